package io.postbreeze.sandbox.oauth;

import io.postbreeze.sandbox.state.Token.Platform;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An authorization code that was given out.
 *
 * @param openId who gave permission
 * @param scopes what for
 * @param redirectUri where the code went; the exchange must name it again
 * @param challenge hex SHA-256 of the verifier, null when none was sent
 * @param expiresAt when it ends
 * @param platform which registration of the app asked; the other one cannot use it
 */
public record Consent(
        String openId,
        Set<String> scopes,
        String redirectUri,
        @Nullable String challenge,
        Instant expiresAt,
        Platform platform) {

    /** Keeps its own copy. */
    public Consent {
        scopes = Set.copyOf(scopes);
    }
}
