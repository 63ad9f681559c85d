package io.postbreeze.postapi.webhook;

import io.postbreeze.postapi.webhook.EndpointSecrets.Sealed;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A delivery whose lease is ours, with what is needed to send it.
 *
 * @param id {@code dlv_…}
 * @param attempt number of this try; with the owner it tells our lease from a later one
 * @param giveUpAt no try begins after this
 */
record Claimed(
        String workspaceId,
        String endpointId,
        String id,
        String aggregateId,
        long place,
        String event,
        String payload,
        int attempt,
        Instant createdAt,
        Instant giveUpAt,
        Target target) {

    /** Where it goes, and what opens its lock there. */
    record Target(
            String url,
            Sealed headers,
            Sealed secret,
            @Nullable Sealed oldSecret,
            @Nullable Instant oldSecretUntil) {}

    static Claimed read(Row row) {
        return new Claimed(
                row.getString("workspace_id"),
                row.getString("endpoint_id"),
                row.getString("id"),
                row.getString("aggregate_id"),
                row.getLong("place"),
                row.getString("event"),
                row.getString("payload"),
                row.getInteger("attempts"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("give_up_at").toInstant(),
                target(row));
    }

    private static Target target(Row row) {
        OffsetDateTime until = row.getOffsetDateTime("old_secret_until");
        return new Target(
                row.getString("url"),
                sealed(row, "headers"),
                sealed(row, "secret"),
                until == null ? null : sealed(row, "old_secret"),
                until == null ? null : until.toInstant());
    }

    private static Sealed sealed(Row row, String column) {
        return new Sealed(
                row.getString(column + "_key_id"),
                row.getBuffer(column + "_sealed").getBytes());
    }
}
