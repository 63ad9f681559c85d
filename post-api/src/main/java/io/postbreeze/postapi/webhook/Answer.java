package io.postbreeze.postapi.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of one request.
 *
 * @param status HTTP status, null without an answer
 * @param body beginning of the answer's body, null without an answer
 * @param took from the check of the address to the answer
 * @param error why it failed, in a word or two; null when it did not
 */
record Answer(
        @Nullable Integer status,
        @Nullable String body,
        Duration took,
        @Nullable String error) {

    static Answer of(int status, String body, Duration took) {
        boolean taken = status >= 200 && status < 300;
        return new Answer(status, body, took, taken ? null : "HTTP_STATUS");
    }

    static Answer failed(String error, Duration took) {
        return new Answer(null, null, took, error);
    }

    boolean taken() {
        return error == null;
    }
}
