package io.postbreeze.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One broken rule of a request.
 *
 * @param path where in the request, as a JSON path without the leading {@code $.}, such as
 *     {@code platforms[0].platformOptions.privacy}
 * @param code the rule, in SCREAMING_SNAKE
 * @param message what is wrong
 * @param fix what to do, left out when the message says it
 * @param docs where the rule is explained, below the server's address; left out when it is nowhere
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(
        String path,
        String code,
        String message,
        @Nullable String fix,
        @Nullable String docs) {
    /** A violation whose message says everything. */
    public Violation(String path, String code, String message) {
        this(path, code, message, null, null);
    }
}
