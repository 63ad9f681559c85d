package io.postbreeze.outbox;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;

/** Forgets ids of events so old that Kafka cannot bring them again. */
@ApplicationScoped
class InboxSweep {
    private final Pool pool;
    private final OutboxConfig config;
    private final Clock clock;

    InboxSweep(Pool pool, OutboxConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return pool.preparedQuery("delete from inbox where seen_at < $1")
                .execute(Tuple.of(clock.instant().minus(config.inboxRetention()).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
