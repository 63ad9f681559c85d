package io.postbreeze.tiktok;

/**
 * A creator's access token.
 *
 * @param value the secret itself, never empty, visible ASCII only; kept out of {@link #toString()} so that no log line
 *     can show it
 */
public record AccessToken(String value) {

    public AccessToken {
        if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("an access token is visible ASCII, for it travels in a header");
        }
    }

    @Override
    public String toString() {
        return "AccessToken[…]";
    }
}
