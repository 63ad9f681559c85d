package io.postbreeze.postapi.webhook;

import io.postbreeze.postapi.webhook.rules.RetrySchedule;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Stores what came of a request, if its lease is still ours. The endpoint's row is always locked before a delivery's,
 * and deliveries that somebody else holds are passed over, so that no two of these transactions wait for each other.
 */
@ApplicationScoped
class Outcomes {
    private static final String STORE = """
            update webhook_deliveries set
                status = $4, due_at = $5, lease_owner = null, response_status = $6, response_body = $7,
                duration_ms = $8, error = $9
            where id = $1 and lease_owner = $2 and attempts = $3 and status = 'PENDING'""";

    /** Those behind this one become due with it, or at once when it is done. */
    private static final String FOLLOW = """
            update webhook_deliveries set due_at = $4 where id in (
                select id from webhook_deliveries
                where endpoint_id = $1 and aggregate_id = $2 and place > $3 and status = 'PENDING'
                    and lease_owner is null and due_at is not null
                for update skip locked)""";

    private static final String WELL = """
            update webhook_endpoints set failures_in_row = 0, failing_since = null
            where id = $1 and failures_in_row > 0""";

    private final Pool pool;
    private final PauseEndpoint pause;
    private final RetrySchedule schedule;
    private final RandomGenerator random = new SecureRandom();

    Outcomes(Pool pool, PauseEndpoint pause, WebhooksConfig config) {
        this.pool = pool;
        this.pause = pause;
        this.schedule = new RetrySchedule(config.firstDelay(), config.longestDelay());
    }

    /** Stores it; false when the lease was lost, and nothing was stored. */
    Uni<Boolean> store(String owner, Claimed claimed, Answer answer, Instant now) {
        return pool.withTransaction(connection -> endpoint(connection, claimed, answer, now)
                .chain(() -> delivery(connection, owner, claimed, answer, now)));
    }

    private Uni<Void> endpoint(SqlConnection connection, Claimed claimed, Answer answer, Instant now) {
        if (answer.taken()) {
            return connection
                    .preparedQuery(WELL)
                    .execute(Tuple.of(claimed.endpointId()))
                    .replaceWithVoid();
        }
        return pause.failed(connection, claimed, answer, now);
    }

    private Uni<Boolean> delivery(SqlConnection connection, String owner, Claimed claimed, Answer answer, Instant now) {
        Optional<Instant> next =
                answer.taken() ? Optional.empty() : schedule.next(claimed.attempt(), now, claimed.giveUpAt(), random);
        String ended = answer.taken() ? "DELIVERED" : "EXHAUSTED";
        return connection
                .preparedQuery(STORE)
                .execute(Tuple.tuple()
                        .addValue(claimed.id())
                        .addValue(owner)
                        .addValue(claimed.attempt())
                        .addValue(next.isPresent() ? "PENDING" : ended)
                        .addValue(next.map(Claims::timestamp).orElse(null))
                        .addValue(answer.status())
                        .addValue(storable(answer.body()))
                        .addValue((int) answer.took().toMillis())
                        .addValue(answer.error()))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : follow(connection, claimed, next.orElse(now)).replaceWith(true));
    }

    private static Uni<Void> follow(SqlConnection connection, Claimed claimed, Instant due) {
        return connection
                .preparedQuery(FOLLOW)
                .execute(Tuple.of(claimed.endpointId(), claimed.aggregateId(), claimed.place(), Claims.timestamp(due)))
                .replaceWithVoid();
    }

    /** PostgreSQL's text holds everything but this. */
    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }
}
