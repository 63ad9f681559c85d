package io.postbreeze.sandbox.ledger;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call that is over.
 *
 * @param at when it came
 * @param method of HTTP
 * @param path without the query
 * @param openId whose token or upload it named; null when none is known
 * @param status of HTTP; 0 when the connection broke before an answer
 * @param code TikTok's word; null when the answer has none
 * @param fault the faults that struck it; null for none
 * @param requestBytes of the body
 * @param responseBytes of the body
 * @param durationMs real time from the first byte to the last
 * @param contentRange of a chunk; null for other calls
 * @param body what was said, without secrets; null when it was no small JSON or form
 */
record Entry(
        Instant at,
        String method,
        String path,
        @Nullable String openId,
        int status,
        @Nullable String code,
        @Nullable String fault,
        long requestBytes,
        long responseBytes,
        long durationMs,
        @Nullable String contentRange,
        @Nullable JsonObject body) {

    JsonObject view() {
        return new JsonObject()
                .put("at", at.toString())
                .put("method", method)
                .put("path", path)
                .put("endpoint", path)
                .put("openId", openId)
                .put("status", status)
                .put("code", code)
                .put("fault", fault)
                .put("requestBytes", requestBytes)
                .put("responseBytes", responseBytes)
                .put("durationMs", durationMs)
                .put("contentRange", contentRange)
                .put("body", body);
    }
}
