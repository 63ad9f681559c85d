package io.postbreeze.media.store;

import java.time.Instant;
import java.util.Map;

/**
 * A request that its bearer may send without credentials. The URL is a secret until it expires.
 *
 * @param url where to
 * @param expiresAt until when
 * @param headers headers that must be sent exactly so; those that every HTTP client sends by itself are left out
 */
public record SignedRequest(String url, Instant expiresAt, Map<String, String> headers) {
    /** Keeps its own copy of the headers. */
    public SignedRequest {
        headers = Map.copyOf(headers);
    }

    /** Without the URL: it must not get into logs. */
    @Override
    public String toString() {
        return "SignedRequest[expiresAt=" + expiresAt + "]";
    }
}
