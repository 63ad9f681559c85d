package io.postbreeze.api;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells on every answer, good or bad, how much its key may still send. */
class RateLimitHeaders {
    private final ApiCaller caller;

    RateLimitHeaders(ApiCaller caller) {
        this.caller = caller;
    }

    @ServerResponseFilter
    void tell(ContainerResponseContext response) {
        caller.rateLimit().ifPresent(limit -> tell(limit, response.getHeaders()));
    }

    private static void tell(RateLimit limit, MultivaluedMap<String, Object> headers) {
        headers.putSingle("RateLimit-Policy", limit.policy());
        headers.putSingle("RateLimit-Limit", limit.limit());
        headers.putSingle("RateLimit-Remaining", limit.remaining());
        headers.putSingle("RateLimit-Reset", limit.resetSeconds());
        if (limit.refused()) {
            headers.putSingle(HttpHeaders.RETRY_AFTER, limit.retryAfterSeconds());
        }
    }
}
