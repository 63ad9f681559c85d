package io.postbreeze.api;

/**
 * How a key stands with its request limits, the request that asked included. Of several limits the numbers are those of
 * the one with the fewest requests left.
 *
 * @param policy every limit, as {@code 60;w=60, 1000;w=900}: requests and the seconds they are for
 * @param limit requests that the window takes
 * @param remaining requests that are left
 * @param resetSeconds until the whole window is free again if nothing more is sent
 * @param retryAfterSeconds 0 when the request may pass, otherwise until the next one may
 */
public record RateLimit(String policy, long limit, long remaining, long resetSeconds, long retryAfterSeconds) {
    /** Whether the request is one too many. */
    public boolean refused() {
        return retryAfterSeconds > 0;
    }
}
