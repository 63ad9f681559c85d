package io.postbreeze.sandbox.state;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An access or refresh token that was given out.
 *
 * @param value the token itself
 * @param openId whose
 * @param scopes what it allows
 * @param expiresAt when it ends
 * @param platform where it is good for; tokens of one platform mean nothing to the other
 */
public record Token(
        String value,
        String openId,
        Set<String> scopes,
        Instant expiresAt,
        @Nullable Platform platform) {

    /** Two registrations of an app, two kinds of token. */
    public enum Platform {
        /** The v2 API. */
        V2,
        /** The Business API. */
        BUSINESS
    }

    /** Keeps its own copy. */
    public Token {
        scopes = Set.copyOf(scopes);
        platform = Objects.requireNonNullElse(platform, Platform.V2);
    }

    /** A token of the v2 API. */
    public Token(String value, String openId, Set<String> scopes, Instant expiresAt) {
        this(value, openId, scopes, expiresAt, Platform.V2);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Token[openId=" + openId + "]";
    }
}
