package io.postbreeze.postapi.webhook;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Puts right what two transactions at once could leave in between, and forgets old deliveries. */
@ApplicationScoped
class DeliverySweep {
    private static final int BATCH = 5_000;

    private static final String UNPARK = """
            update webhook_deliveries set due_at = $1 where id in (
                select d.id from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id
                where d.status = 'PENDING' and d.due_at is null and e.status = 'ACTIVE'
                limit %d for update of d skip locked)""".formatted(BATCH);

    private static final String PARK = """
            update webhook_deliveries set due_at = null where id in (
                select d.id from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id
                where d.status = 'PENDING' and d.due_at <= $1 and e.status = 'PAUSED'
                limit %d for update of d skip locked)""".formatted(BATCH);

    private static final String EXHAUST = """
            update webhook_deliveries set status = 'EXHAUSTED', error = coalesce(error, 'ENDPOINT_PAUSED')
            where id in (
                select id from webhook_deliveries where status = 'PENDING' and due_at is null and give_up_at < $1
                limit %d for update skip locked)""".formatted(BATCH);

    private static final String FORGET = """
            delete from webhook_deliveries where id in (
                select id from webhook_deliveries where status <> 'PENDING' and created_at < $1
                order by created_at limit %d for update skip locked)""".formatted(BATCH);

    private final Pool pool;
    private final WebhooksConfig config;
    private final Clock clock;

    DeliverySweep(Pool pool, WebhooksConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1m", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        Tuple now = Tuple.of(Claims.timestamp(clock.instant()));
        Tuple old = Tuple.of(Claims.timestamp(clock.instant().minus(config.retention())));
        return pool.preparedQuery(EXHAUST)
                .execute(now)
                .chain(() -> pool.preparedQuery(UNPARK).execute(now))
                .chain(() -> pool.preparedQuery(PARK).execute(now))
                .chain(() -> pool.preparedQuery(FORGET).execute(old))
                .replaceWithVoid();
    }
}
