package io.postbreeze.postapi.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as the API shows it.
 *
 * @param id {@code wh_…}
 * @param workspaceId owner
 * @param url where events go
 * @param events which ones
 * @param description a note of the user's
 * @param headerNames extra headers; their values are not shown again
 * @param status ACTIVE or PAUSED
 * @param pausedAt when it was paused, null unless it is
 * @param pauseReason why, null unless it is
 * @param failuresInRow tries that failed since the last success
 * @param failingSince the first of them, null when there is none
 * @param oldSecretUntil until when the rotated secret signs too, null when there is none
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param secret what signs; told once, when it is made
 */
record EndpointView(
        String id,
        String workspaceId,
        String url,
        List<String> events,
        @Nullable String description,
        List<String> headerNames,
        String status,
        @Nullable Instant pausedAt,
        @Nullable String pauseReason,
        int failuresInRow,
        @Nullable Instant failingSince,
        @Nullable Instant oldSecretUntil,
        Instant createdAt,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {

    static EndpointView of(Row row, @Nullable String secret) {
        return new EndpointView(
                row.getString("id"),
                row.getString("workspace_id"),
                row.getString("url"),
                List.of(row.getArrayOfStrings("events")),
                row.getString("description"),
                List.of(row.getArrayOfStrings("header_names")),
                row.getString("status"),
                instant(row, "paused_at"),
                row.getString("pause_reason"),
                row.getInteger("failures_in_row"),
                instant(row, "failing_since"),
                instant(row, "old_secret_until"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                secret);
    }

    static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
