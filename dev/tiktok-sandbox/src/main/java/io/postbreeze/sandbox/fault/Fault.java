package io.postbreeze.sandbox.fault;

import io.vertx.core.json.JsonObject;
import java.util.Locale;

/**
 * One way to misbehave.
 *
 * @param endpoint path of the calls it waits for, such as {@code /v2/post/publish/video/init/} or {@code /video/}
 * @param nth the first of these calls that it strikes, counted from 1
 * @param times how many calls in a row it strikes
 * @param action what happens to them
 * @param status HTTP status of {@link Action#STATUS}
 * @param code TikTok's word of {@link Action#STATUS}
 * @param bytes how many bytes of the body {@link Action#RESET_AFTER_BYTES} lets in
 * @param delayMs how long {@link Action#DELAY} waits
 */
record Fault(String endpoint, long nth, long times, Action action, int status, String code, long bytes, long delayMs) {

    /** What may happen to a call. */
    enum Action {
        /** It is refused and has no effect. */
        STATUS,
        /** It has its effect, and the connection breaks in place of the answer. */
        DROP_REPLY,
        /** The connection breaks within the body, so it has no effect. */
        RESET_AFTER_BYTES,
        /** It waits, then goes on as if nothing had happened. */
        DELAY
    }

    /**
     * Reads what a test sent.
     *
     * @throws IllegalArgumentException when it names no endpoint, no known action or no HTTP status
     * @throws ClassCastException when a value is not of its type
     */
    static Fault of(JsonObject json) {
        String word = json.getString("action", "").toUpperCase(Locale.ROOT).replace('-', '_');
        if (json.getString("endpoint", "").isEmpty()) {
            throw new IllegalArgumentException("endpoint");
        }
        int status = json.getInteger("status", 503);
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status");
        }
        return new Fault(
                json.getString("endpoint"),
                Math.max(1, json.getLong("nth", 1L)),
                Math.max(1, json.getLong("times", 1L)),
                Action.valueOf(word),
                status,
                json.getString("code", "internal_error"),
                Math.max(1, json.getLong("bytes", 1L)),
                Math.max(1, json.getLong("delayMs", 1_000L)));
    }

    boolean strikes(long call) {
        return call >= nth && call < nth + times;
    }

    JsonObject view() {
        return new JsonObject()
                .put("endpoint", endpoint)
                .put("nth", nth)
                .put("times", times)
                .put("action", action.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("status", status)
                .put("code", code)
                .put("bytes", bytes)
                .put("delayMs", delayMs);
    }
}
