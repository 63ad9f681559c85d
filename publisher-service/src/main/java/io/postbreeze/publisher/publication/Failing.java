package io.postbreeze.publisher.publication;

import io.postbreeze.publisher.failure.Failure;
import io.postbreeze.publisher.failure.FailureKind;
import io.postbreeze.publisher.failure.FailurePolicy;
import io.postbreeze.publisher.failure.NextStep;
import io.postbreeze.publisher.failure.Problem;
import io.postbreeze.publisher.failure.Situation;
import io.postbreeze.publisher.failure.Step;
import io.postbreeze.publisher.publication.Transition.Line;
import java.time.Instant;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Puts the policy's answer to a failure into effect. */
final class Failing {
    private final FailurePolicy policy;

    Failing(FailurePolicy policy) {
        this.policy = policy;
    }

    Transition failed(Publication publication, Fact.StepFailed fact, Instant now, RandomGenerator random) {
        return switch (publication.state()) {
            case PUBLISHED, IN_INBOX, OUTCOME_UNKNOWN -> notAnswered(publication, fact.failure(), now);
            default -> underWay(publication, fact, now, random);
        };
    }

    /** Only a question went wrong: it is asked again later. */
    private static Transition notAnswered(Publication publication, Failure failure, Instant now) {
        if (failure.kind() == FailureKind.TOKEN_REFUSED && !publication.tries().tokenRenewed()) {
            return Transition.goOn(publication, new Effect.RenewToken());
        }
        return switch (publication.state()) {
            case PUBLISHED -> Verdicts.notIdentified(publication, now);
            case IN_INBOX -> Verdicts.stillInInbox(publication, now);
            default -> Unknowns.stillUnknown(publication, now);
        };
    }

    private Transition underWay(Publication publication, Fact.StepFailed fact, Instant now, RandomGenerator random) {
        Failure failure = fact.failure();
        Situation situation = situation(publication, fact, now);
        NextStep step = policy.decide(failure, situation, now, random);
        Publication failed =
                publication.edit().tries(publication.tries().failed()).done();
        if (failure.kind() == FailureKind.PROCESSING_FAILED) {
            // Nothing was posted and nothing will be: whatever follows, follows without this upload.
            failed = failed.edit().upload(null).done();
        }
        return switch (step) {
            case NextStep.RenewToken ignored -> Transition.goOn(publication, new Effect.RenewToken());
            case NextStep.VerifyAt ignored -> verify(failed, failure, now);
            case NextStep.RetryAt retry -> later(failed, PublicationState.RETRY_AT, retry.at(), failure, null);
            case NextStep.StartOverAt again ->
                later(failed.edit().upload(null).done(), PublicationState.RETRY_AT, again.at(), failure, null);
            case NextStep.SnoozeUntil snooze ->
                later(failed, PublicationState.SNOOZED, snooze.at(), failure, snooze.waitingFor());
            case NextStep.Reauthorise wait -> needsReconnect(failed, wait.lookAt(), failure);
            case NextStep.GiveUp end ->
                fact.step() == Step.STATUS && situation.mayBeComplete()
                        // It has every byte, and has not said that nothing came of it.
                        ? Unknowns.lost(failed, told(end.problem(), failure), now)
                        : ended(failed, end.problem(), failure);
        };
    }

    private static Situation situation(Publication publication, Fact.StepFailed fact, Instant now) {
        Upload upload = publication.upload();
        FailureKind kind = fact.failure().kind();
        boolean settled = kind == FailureKind.UPLOAD_EXPIRED || kind == FailureKind.PROCESSING_FAILED;
        Tries tries = publication.tries();
        return new Situation(
                fact.step(),
                tries.attempt(),
                tries.setbacks(),
                Objects.requireNonNullElse(tries.giveUpAt(), now),
                tries.tokenRenewed(),
                upload != null && upload.mayBeComplete() && !settled);
    }

    private static Transition later(
            Publication failed, PublicationState state, Instant at, Failure failure, @Nullable String why) {
        Upload upload = failed.upload();
        if (upload != null && upload.isComplete()) {
            // TikTok works on it whether or not we can ask: it is no failure of the publication.
            return Transition.quietly(failed.edit()
                    .state(PublicationState.PROCESSING)
                    .restsUntil(at, null)
                    .done());
        }
        Publication waiting = failed.edit()
                .state(state)
                .placeAt(null)
                .restsUntil(at, why == null ? sentence(failure) : why)
                .done();
        return Transition.rest(waiting, line(failure));
    }

    private static Transition verify(Publication failed, Failure failure, Instant now) {
        Upload upload = failed.upload();
        if (upload == null) {
            return Unknowns.lost(failed, line(failure), now);
        }
        Publication closed = failed.edit().upload(upload.withoutAddress()).done();
        return Transition.goOn(closed, new Effect.AskStatus(upload.publishId()));
    }

    private static Transition needsReconnect(Publication failed, Instant lookAt, Failure failure) {
        return Transition.rest(
                failed.edit()
                        .state(PublicationState.NEEDS_REAUTH)
                        .placeAt(null)
                        .restsUntil(lookAt, "The account must be connected again")
                        .done(),
                line(failure));
    }

    private static Transition ended(Publication failed, Problem problem, Failure failure) {
        Upload upload = failed.upload();
        return Transition.rest(
                failed.edit()
                        .state(PublicationState.FAILED)
                        .upload(upload == null ? null : upload.withoutAddress())
                        .problem(problem)
                        .restsUntil(null, null)
                        .done(),
                told(problem, failure));
    }

    private static Line told(Problem problem, Failure failure) {
        return new Line(problem.explanation(), failure.code(), failure.logId());
    }

    private static Line line(Failure failure) {
        return new Line(sentence(failure), failure.code(), failure.logId());
    }

    private static String sentence(Failure failure) {
        return failure.detail() == null ? "Interrupted: " + failure.code() : failure.detail();
    }
}
