package io.postbreeze.sandbox.state;

import java.time.Instant;
import java.util.Set;

/**
 * An access or refresh token that was given out.
 *
 * @param value the token itself
 * @param openId whose
 * @param scopes what it allows
 * @param expiresAt when it ends
 */
public record Token(String value, String openId, Set<String> scopes, Instant expiresAt) {
    /** Keeps its own copy. */
    public Token {
        scopes = Set.copyOf(scopes);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Token[openId=" + openId + "]";
    }
}
