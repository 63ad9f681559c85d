package io.postbreeze.publisher.dispatch;

import io.postbreeze.publisher.failure.Failure;
import io.postbreeze.publisher.failure.FailureKind;
import io.postbreeze.publisher.failure.Step;
import io.postbreeze.publisher.publication.Effect;
import io.postbreeze.publisher.publication.Fact;
import io.postbreeze.publisher.publication.Publication;
import io.postbreeze.publisher.publication.PublicationKey;
import io.postbreeze.publisher.publication.PublicationState;
import io.postbreeze.publisher.publication.Transition;
import io.postbreeze.publisher.steps.Workbench;
import io.postbreeze.publisher.store.Claimed;
import io.postbreeze.publisher.store.Lane;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Work on one claimed publication, from the claim to its next rest. Runs on one event loop. */
final class Run {
    private static final Logger LOGGER = Logger.getLogger(Run.class);

    private final Workshop workshop;
    private final String owner;
    private final Lane lane;
    private final Claimed claimed;
    private final Workbench bench = new Workbench();
    private Publication publication;
    private Effect effect = new Effect.Rest();
    private boolean begun;
    private Instant fencedUntil = Instant.MIN;
    private volatile boolean stopping;

    Run(Workshop workshop, String owner, Lane lane, Claimed claimed) {
        this.workshop = workshop;
        this.owner = owner;
        this.lane = lane;
        this.claimed = claimed;
        this.publication = claimed.publication();
    }

    PublicationKey key() {
        return claimed.publication().key();
    }

    Lane lane() {
        return lane;
    }

    Claimed claimed() {
        return claimed;
    }

    /** Asks it to end at its next checkpoint, with the lease still held. */
    void stop() {
        stopping = true;
    }

    /** The whole work; fails when the lease or the database is lost, and the row then waits for the next claim. */
    Uni<Void> work() {
        return Multi.createBy()
                .repeating()
                .uni(this::advance)
                .whilst(goesOn -> goesOn)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Boolean> advance() {
        return fact().chain(this::decide);
    }

    private Uni<Fact> fact() {
        if (begun && isPast()) {
            Failure late = Failure.of(FailureKind.SERVICE_UNAVAILABLE, "stood_still")
                    .because("This replica stood still before it could begin");
            return Uni.createFrom().item(new Fact.StepFailed(Step.PREPARE, late));
        }
        if (begun) {
            return workshop.steps().perform(publication, effect, bench);
        }
        begun = true;
        return Uni.createFrom().item(new Fact.Claimed(claimed.takenOver()));
    }

    /**
     * A process that was stopped and goes on may be anywhere: what creates something must not be sent from the past.
     */
    private boolean isPast() {
        boolean creates = effect instanceof Effect.OpenUpload
                || effect instanceof Effect.OpenInboxUpload
                || effect instanceof Effect.PublishPhotos;
        return creates && !workshop.clock().instant().isBefore(fencedUntil);
    }

    private Uni<Boolean> decide(Fact fact) {
        Instant now = workshop.clock().instant();
        Transition transition = next(fact, now);
        fencedUntil = now.plus(workshop.lease());
        return workshop.checkpoints()
                .write(owner, transition, now, now.plus(workshop.lease()))
                .map(written -> wrote(transition, written));
    }

    private boolean wrote(Transition transition, Publication written) {
        boolean ends = !isOutcome(publication.state()) && isOutcome(written.state());
        if (publication.state() != PublicationState.INITIALISING && written.state() == PublicationState.INITIALISING) {
            workshop.metrics().begins();
        }
        publication = written;
        effect = transition.effect();
        if (ends) {
            workshop.metrics().ended(written);
        }
        Transition.Line line = transition.line();
        if (line != null) {
            LOGGER.infof("%s %s: %s (%s)", key().publicationId(), written.state(), line.detail(), line.tiktokCode());
        }
        // Once an init is announced it is sent: whoever finds it announced must take it for sent.
        return !transition.rests() && !(stopping && written.state() != PublicationState.INITIALISING);
    }

    private static boolean isOutcome(PublicationState state) {
        return state.isFinal() || state == PublicationState.OUTCOME_UNKNOWN;
    }

    /** A fault of the machine must not come back at every claim: it is a failure with a growing wait like any other. */
    private Transition next(Fact fact, Instant now) {
        try {
            return workshop.machine().next(publication, fact, now, workshop.random());
        } catch (IllegalStateException | IllegalArgumentException | NullPointerException e) {
            LOGGER.errorf(e, "%s cannot go on from %s", key().publicationId(), publication.state());
            Fact failed = new Fact.StepFailed(Step.PREPARE, Failure.of(FailureKind.UNEXPECTED, "unexpected"));
            return workshop.machine().next(publication, failed, now, workshop.random());
        }
    }
}
