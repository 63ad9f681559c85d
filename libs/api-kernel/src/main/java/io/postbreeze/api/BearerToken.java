package io.postbreeze.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an {@code Authorization: Bearer …} header. */
final class BearerToken {
    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    static Optional<String> of(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String token = authorization.substring(SCHEME.length()).strip();
        return token.isEmpty() ? Optional.empty() : Optional.of(token);
    }
}
