package io.postbreeze.sandbox.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** The token that a call came with. */
public final class Credentials {
    private static final String BEARER = "Bearer ";

    private Credentials() {}

    /** The v2 API's way to send a token. */
    public static Optional<String> bearer(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    /** Either API's way. */
    public static Optional<String> any(HttpServerRequest request) {
        return bearer(request).or(() -> Optional.ofNullable(request.getHeader("Access-Token")));
    }
}
