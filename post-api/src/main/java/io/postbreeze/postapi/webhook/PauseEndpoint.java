package io.postbreeze.postapi.webhook;

import io.postbreeze.postapi.webhook.rules.PausePolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Counts an endpoint's failures in a row and pauses it when it is dead, with a notice to the workspace. */
@ApplicationScoped
class PauseEndpoint {
    private static final Logger LOGGER = Logger.getLogger(PauseEndpoint.class);

    /** Only for a delivery that is still ours: a late answer must not count twice. */
    private static final String COUNT = """
            update webhook_endpoints set
                failures_in_row = failures_in_row + 1, failing_since = coalesce(failing_since, $3)
            where id = $1 and exists (
                select 1 from webhook_deliveries d where d.id = $2 and d.attempts = $4 and d.lease_owner is not null)
            returning failures_in_row, failing_since, status, url""";

    private static final String PAUSE = """
            update webhook_endpoints set status = 'PAUSED', paused_at = $2, pause_reason = $3, updated_at = $2
            where id = $1""";

    private static final String PARK = """
            update webhook_deliveries set due_at = null where id in (
                select id from webhook_deliveries
                where endpoint_id = $1 and status = 'PENDING' and lease_owner is null and due_at is not null
                for update skip locked)""";

    private final WebhooksConfig config;
    private final PausePolicy policy;

    PauseEndpoint(WebhooksConfig config) {
        this.config = config;
        this.policy = new PausePolicy(config.pauseAfterFailures(), config.pauseAfter());
    }

    /** Counts one failure, in the transaction that stores it. */
    Uni<Void> failed(SqlConnection connection, Claimed claimed, Answer answer, Instant now) {
        return connection
                .preparedQuery(COUNT)
                .execute(Tuple.of(claimed.endpointId(), claimed.id(), Claims.timestamp(now), claimed.attempt()))
                .chain(rows -> {
                    if (rows.rowCount() == 0) {
                        return Uni.createFrom().voidItem();
                    }
                    Row row = rows.iterator().next();
                    Optional<String> reason = policy.reason(
                            answer.status(),
                            row.getInteger("failures_in_row"),
                            row.getOffsetDateTime("failing_since").toInstant(),
                            now);
                    return reason.isPresent() && row.getString("status").equals("ACTIVE")
                            ? pause(connection, claimed, row.getString("url"), reason.get(), now)
                            : Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> pause(SqlConnection connection, Claimed claimed, String url, String reason, Instant now) {
        LOGGER.warnf("Webhook endpoint %s of %s is paused: %s", claimed.endpointId(), claimed.workspaceId(), reason);
        String notice = new JsonObject()
                .put("endpointId", claimed.endpointId())
                .put("url", url)
                .put("reason", reason)
                .put("pausedAt", now.toString())
                .encode();
        return connection
                .preparedQuery(PAUSE)
                .execute(Tuple.of(claimed.endpointId(), Claims.timestamp(now), reason))
                .chain(() -> connection.preparedQuery(PARK).execute(Tuple.of(claimed.endpointId())))
                .chain(() -> connection
                        .preparedQuery(Announcement.forClient())
                        .execute(Tuple.tuple()
                                .addValue(claimed.workspaceId())
                                .addValue(WebhookEvent.WEBHOOK_PAUSED.wireName())
                                .addValue(claimed.endpointId())
                                .addValue(notice)
                                .addValue(now.toString())
                                .addValue(now.plus(config.keepTrying()).toString())
                                .addValue(Announcement.ids(config.endpointsPerWorkspace()))
                                .addValue(claimed.endpointId())))
                .replaceWithVoid();
    }
}
