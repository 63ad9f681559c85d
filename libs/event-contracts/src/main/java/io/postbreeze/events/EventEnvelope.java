package io.postbreeze.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event with its CloudEvents attributes.
 *
 * @param id unique per event, {@code evt_…}; consumers drop an id they have seen
 * @param time when it happened
 * @param source which service says so, a URI reference such as {@code /post-api}
 * @param traceparent W3C trace context of the work that caused it, null when there was none
 * @param data the event itself
 * @param <E> type of the event
 */
public record EventEnvelope<E extends Event>(
        String id, Instant time, String source, @Nullable String traceparent, E data) {}
