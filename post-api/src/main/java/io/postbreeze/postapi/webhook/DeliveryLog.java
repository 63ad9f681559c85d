package io.postbreeze.postapi.webhook;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.PrefixedIds;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What was sent to an endpoint, and what a user can do about it. */
@ApplicationScoped
class DeliveryLog {
    private static final String LOCK = """
            select status, workspace_id from webhook_endpoints where id = $1 and workspace_id = any ($2)
            for no key update""";

    private static final String PAGE = """
            select * from webhook_deliveries
            where endpoint_id = $1 and ($2::text is null or id < $2) order by id desc limit $3""";

    private static final String REPLAY = """
            update webhook_deliveries set status = 'PENDING', attempts = 0, due_at = $3, give_up_at = $4
            where endpoint_id = $1 and id = $2 and status <> 'PENDING' returning *""";

    private static final String PING = """
            insert into webhook_deliveries
                (workspace_id, endpoint_id, id, aggregate_id, event, payload, due_at, give_up_at, created_at)
            values ($1, $2, $3, $3, $4, $5, $6, $7, $6) returning *""";

    private static final String RESUME = """
            update webhook_endpoints set status = 'ACTIVE', paused_at = null, pause_reason = null, failures_in_row = 0,
                failing_since = null, updated_at = $2
            where id = $1 returning *""";

    /** What waited too long is not worth a try; the rest is due. A row that is held at this moment is the sweep's. */
    private static final String UNPARK = """
            update webhook_deliveries set due_at = case when give_up_at < $2 then null else $2 end,
                status = case when give_up_at < $2 then 'EXHAUSTED' else 'PENDING' end
            where id in (
                select id from webhook_deliveries
                where endpoint_id = $1 and status = 'PENDING' and lease_owner is null for update skip locked)""";

    private final Pool pool;
    private final WebhooksConfig config;
    private final Clock clock;

    DeliveryLog(Pool pool, WebhooksConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    /** Newest first; those before the cursor when there is one. The endpoint must be known to exist. */
    Uni<List<DeliveryView>> page(String endpointId, @Nullable String cursor, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(endpointId, cursor, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(DeliveryView::of)
                        .toList());
    }

    /** Sends a delivery once more, under the same id and with the same body. */
    Uni<DeliveryView> replay(String endpointId, List<String> workspaceIds, String deliveryId) {
        Instant now = clock.instant();
        return pool.withTransaction(connection -> active(connection, endpointId, workspaceIds)
                .chain(() -> connection
                        .preparedQuery("select status from webhook_deliveries where endpoint_id = $1 and id = $2")
                        .execute(Tuple.of(endpointId, deliveryId)))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw ApiException.notFound("delivery");
                    }
                })
                .chain(() -> connection
                        .preparedQuery(REPLAY)
                        .execute(Tuple.of(
                                endpointId,
                                deliveryId,
                                Claims.timestamp(now),
                                Claims.timestamp(now.plus(config.keepTrying())))))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw new ApiException(
                                409,
                                "DELIVERY_PENDING",
                                "This delivery is still being tried; nextAttemptAt says when.");
                    }
                    return DeliveryView.of(rows.iterator().next());
                }));
    }

    /** Sends a ping, whatever the endpoint subscribed to. */
    Uni<DeliveryView> ping(String endpointId, List<String> workspaceIds) {
        Instant now = clock.instant();
        String payload =
                new JsonObject().put("message", "Hello from Postbreeze.").encode();
        return pool.withTransaction(connection -> active(connection, endpointId, workspaceIds)
                .chain(endpoint -> connection
                        .preparedQuery(PING)
                        .execute(Tuple.tuple()
                                .addValue(endpoint.getString("workspace_id"))
                                .addValue(endpointId)
                                .addValue(PrefixedIds.next("dlv"))
                                .addValue(WebhookEvent.PING)
                                .addValue(payload)
                                .addValue(Claims.timestamp(now))
                                .addValue(Claims.timestamp(now.plus(config.keepTrying())))))
                .map(rows -> DeliveryView.of(rows.iterator().next())));
    }

    /** Takes a paused endpoint up again; what it missed in the last days goes out. */
    Uni<EndpointView> resume(String endpointId, List<String> workspaceIds) {
        Tuple values = Tuple.of(endpointId, Claims.timestamp(clock.instant()));
        return pool.withTransaction(connection -> connection
                .preparedQuery(LOCK)
                .execute(Endpoints.of(endpointId, workspaceIds))
                .map(Endpoints::existing)
                .chain(() -> connection.preparedQuery(UNPARK).execute(values))
                .chain(() -> connection.preparedQuery(RESUME).execute(values))
                .map(rows -> EndpointView.of(rows.iterator().next(), null)));
    }

    private static Uni<Row> active(SqlConnection connection, String endpointId, List<String> workspaceIds) {
        return connection
                .preparedQuery(LOCK)
                .execute(Endpoints.of(endpointId, workspaceIds))
                .map(Endpoints::existing)
                .invoke(endpoint -> {
                    if (endpoint.getString("status").equals("PAUSED")) {
                        throw new ApiException(
                                409, "WEBHOOK_PAUSED", "This webhook is paused; POST to its /resume first.");
                    }
                });
    }
}
