package io.postbreeze.postapi.webhook;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of an endpoint's log.
 *
 * @param id {@code dlv_…}, the receiver's {@code X-Postbreeze-Delivery-Id}
 * @param endpointId where it goes
 * @param event what it tells
 * @param aggregateId what it tells of
 * @param status PENDING, DELIVERED or EXHAUSTED
 * @param attempts tries begun
 * @param responseStatus last HTTP status, null without an answer
 * @param responseBody first kilobyte of the last answer, null without one
 * @param durationMs how long the last try took
 * @param error why the last try failed, null when it did not
 * @param createdAt when it was announced
 * @param lastAttemptAt when it was last tried, null before
 * @param nextAttemptAt when it is tried next at the earliest, null when it is not
 * @param giveUpAt no try begins after this
 */
record DeliveryView(
        String id,
        String endpointId,
        String event,
        String aggregateId,
        String status,
        int attempts,
        @Nullable Integer responseStatus,
        @Nullable String responseBody,
        @Nullable Integer durationMs,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant nextAttemptAt,
        Instant giveUpAt) {

    static DeliveryView of(Row row) {
        return new DeliveryView(
                row.getString("id"),
                row.getString("endpoint_id"),
                row.getString("event"),
                row.getString("aggregate_id"),
                row.getString("status"),
                row.getInteger("attempts"),
                row.getInteger("response_status"),
                row.getString("response_body"),
                row.getInteger("duration_ms"),
                row.getString("error"),
                row.getOffsetDateTime("created_at").toInstant(),
                EndpointView.instant(row, "last_attempt_at"),
                EndpointView.instant(row, "due_at"),
                row.getOffsetDateTime("give_up_at").toInstant());
    }
}
