package io.postbreeze.publisher.metrics;

import io.postbreeze.publisher.store.Backlog;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Keeps the backlog's gauges fresh, so that a scrape costs the database nothing. */
@ApplicationScoped
class BacklogGauges {
    private final Backlog backlog;
    private final PublisherMetrics metrics;
    private final Clock clock;

    BacklogGauges(Backlog backlog, PublisherMetrics metrics, Clock clock) {
        this.backlog = backlog;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        Instant now = clock.instant();
        return backlog.at(now).invoke(due -> metrics.backlog(due, now)).replaceWithVoid();
    }
}
