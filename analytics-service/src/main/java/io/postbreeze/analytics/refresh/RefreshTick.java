package io.postbreeze.analytics.refresh;

import io.postbreeze.analytics.plan.DueBatch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Looks for posts that are due and reads them until none is left. The database is the schedule: every replica may tick.
 */
@ApplicationScoped
class RefreshTick {
    private static final Logger LOGGER = Logger.getLogger(RefreshTick.class);

    private final DueBatches due;
    private final AccountRefresh accounts;
    private final RefreshConfig config;
    private final Vertx vertx;
    private volatile boolean stopping;
    private volatile CompletableFuture<Void> running = CompletableFuture.completedFuture(null);

    RefreshTick(DueBatches due, AccountRefresh accounts, RefreshConfig config, Vertx vertx) {
        this.due = due;
        this.accounts = accounts;
        this.config = config;
        this.vertx = vertx;
    }

    @Scheduled(every = "${postbreeze.refresh.tick}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        running = ended;
        var readers = IntStream.range(0, config.parallel())
                .mapToObj(reader -> readAllDue())
                .toList();
        return Uni.join()
                .all(readers)
                .andCollectFailures()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOGGER.warnf("Numbers could not be refreshed, trying again: %s", failure.toString()))
                .onFailure()
                .recoverWithNull()
                .onTermination()
                .invoke(() -> ended.complete(null));
    }

    /** Claims no more, and lets what has been claimed reach the database. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        try {
            idle().await().atMost(config.shutdownGrace());
        } catch (TimeoutException late) {
            LOGGER.warn("A reading did not end in time; another replica takes it over");
        }
    }

    /** Completes when this replica reads nothing. */
    Uni<Void> idle() {
        return Uni.createFrom().completionStage(running);
    }

    private Uni<Void> readAllDue() {
        return Multi.createBy()
                .repeating()
                .uni(this::readNext)
                .whilst(wasDue -> wasDue)
                .onItem()
                .ignoreAsUni();
    }

    /** False when there was nothing to read. */
    private Uni<Boolean> readNext() {
        if (stopping) {
            return Uni.createFrom().item(false);
        }
        return due.claim().chain(this::read);
    }

    private Uni<Boolean> read(DueBatch batch) {
        return batch.isEmpty()
                ? Uni.createFrom().item(false)
                : Uni.createFrom()
                        .deferred(() -> accounts.refresh(batch))
                        .runSubscriptionOn(this::onContextOfItsOwn)
                        .replaceWith(true);
    }

    /** Batches are read side by side on one thread; a context each keeps their traces and log lines apart. */
    private void onContextOfItsOwn(Runnable work) {
        Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        Objects.requireNonNull(own).runOnContext(started -> work.run());
    }
}
