package io.postbreeze.postapi.post;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Asks again about changes whose answer was lost: a process died, or the publisher was away. */
@ApplicationScoped
class ChangeRecovery {
    private static final Logger LOGGER = Logger.getLogger(ChangeRecovery.class);

    private final PendingChanges pending;
    private final ChangePost change;
    private final Clock clock;

    ChangeRecovery(PendingChanges pending, ChangePost change, Clock clock) {
        this.pending = pending;
        this.change = change;
        this.clock = clock;
    }

    /** One round over what is overdue. */
    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> askAgain() {
        return Panache.withTransaction(() -> pending.overdue(clock.instant()))
                .onItem()
                .transformToMulti(overdue -> Multi.createFrom().iterable(overdue))
                .onItem()
                .transformToUniAndConcatenate(this::settle)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> settle(PendingChange overdue) {
        return change.settle(overdue.postId, overdue.workspaceId, StoredJson.change(overdue.change))
                .invoke(() -> LOGGER.infof("A change of %s was carried out late", overdue.postId))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOGGER.infof("A change of %s was not made: %s", overdue.postId, failure.toString()))
                .onFailure()
                .recoverWithNull();
    }
}
