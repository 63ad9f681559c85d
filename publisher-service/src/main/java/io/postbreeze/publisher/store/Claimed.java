package io.postbreeze.publisher.store;

import io.postbreeze.publisher.publication.Publication;
import org.jspecify.annotations.Nullable;

/**
 * A publication whose lease was just taken.
 *
 * @param publication as the claim left it
 * @param takenOver whether another replica had let its lease end
 * @param traceparent W3C trace context of the request that scheduled it, null when there was none
 */
public record Claimed(
        Publication publication,
        boolean takenOver,
        @Nullable String traceparent) {}
