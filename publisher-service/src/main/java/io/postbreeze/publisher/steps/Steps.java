package io.postbreeze.publisher.steps;

import io.postbreeze.publisher.failure.Failure;
import io.postbreeze.publisher.failure.FailureKind;
import io.postbreeze.publisher.failure.Step;
import io.postbreeze.publisher.publication.Effect;
import io.postbreeze.publisher.publication.Fact;
import io.postbreeze.publisher.publication.Publication;
import io.postbreeze.publisher.store.DayWindow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Carries out an effect and tells what came of it. Never fails: a failure is a fact too. */
@ApplicationScoped
public class Steps {
    private static final Logger LOGGER = Logger.getLogger(Steps.class);

    private final Preparation preparation;
    private final VideoUpload upload;
    private final PhotoOrder photos;
    private final StatusQuestion question;
    private final TraceSearch traces;
    private final AccessTokens tokens;
    private final DayWindow window;

    Steps(
            Preparation preparation,
            VideoUpload upload,
            PhotoOrder photos,
            StatusQuestion question,
            TraceSearch traces,
            AccessTokens tokens,
            DayWindow window) {
        this.preparation = preparation;
        this.upload = upload;
        this.photos = photos;
        this.question = question;
        this.traces = traces;
        this.tokens = tokens;
        this.window = window;
    }

    /** Carries out an effect for a publication whose lease is held. */
    public Uni<Fact> perform(Publication publication, Effect effect, Workbench bench) {
        return Uni.createFrom()
                .deferred(() -> start(publication, effect, bench))
                .onFailure()
                .recoverWithUni(thrown -> failed(publication, step(effect), failure(publication, thrown)));
    }

    /** Of a cap per 24 hours it is known when its window moves, so nobody need ask before that. */
    private Uni<Fact> failed(Publication publication, Step step, Failure failure) {
        if (failure.kind() != FailureKind.CAPPED || failure.retryAfter() != null) {
            return Uni.createFrom().item(new Fact.StepFailed(step, failure));
        }
        return window.movesIn(publication.key().accountId())
                .map(wait -> wait.map(failure::retriedAfter).orElse(failure))
                .onFailure()
                .recoverWithItem(failure)
                .map(known -> new Fact.StepFailed(step, known));
    }

    private Uni<Fact> start(Publication publication, Effect effect, Workbench bench) {
        return switch (effect) {
            case Effect.ReservePlace ignored -> preparation.reserve(publication);
            case Effect.Inspect ignored -> preparation.inspect(publication, bench);
            case Effect.OpenUpload open -> upload.open(publication, open, bench);
            case Effect.OpenInboxUpload open -> upload.openInbox(publication, open, bench);
            case Effect.PublishPhotos order -> photos.give(publication, order, bench);
            case Effect.SendChunk chunk -> upload.send(publication, chunk, bench);
            case Effect.AskStatus ask -> question.ask(publication, ask.publishId(), bench);
            case Effect.Search search -> traces.search(publication, search.since(), bench);
            case Effect.RenewToken ignored -> renewToken(publication, bench);
            case Effect.Rest ignored -> throw new IllegalArgumentException("Rest is not a step");
        };
    }

    private Uni<Fact> renewToken(Publication publication, Workbench bench) {
        return tokens.replace(publication.key().accountId(), bench.access)
                .invoke(access -> bench.access = access)
                .map(access -> new Fact.TokenRenewed());
    }

    private static Step step(Effect effect) {
        return switch (effect) {
            case Effect.OpenUpload ignored -> Step.INIT_VIDEO;
            case Effect.OpenInboxUpload ignored -> Step.INIT_VIDEO;
            case Effect.PublishPhotos ignored -> Step.INIT_PHOTO;
            case Effect.SendChunk ignored -> Step.CHUNK;
            case Effect.AskStatus ignored -> Step.STATUS;
            default -> Step.PREPARE;
        };
    }

    private static Failure failure(Publication publication, Throwable thrown) {
        Failure failure = FailureReader.read(thrown);
        if (failure.kind() == FailureKind.UNEXPECTED) {
            LOGGER.errorf(
                    thrown,
                    "A step of %s failed unexpectedly",
                    publication.key().publicationId());
        }
        return failure;
    }
}
