package io.postbreeze.tiktok;

/**
 * The long-lived token that buys new access tokens. TikTok may replace it at every refresh: keep the newest only.
 *
 * @param value the secret itself, never blank; kept out of {@link #toString()}
 */
public record RefreshToken(String value) {

    public RefreshToken {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a refresh token is not blank");
        }
    }

    @Override
    public String toString() {
        return "RefreshToken[…]";
    }
}
