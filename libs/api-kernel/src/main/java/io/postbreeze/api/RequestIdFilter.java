package io.postbreeze.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.MDC;

/** Gives every request its id, on the answer and on each log line it causes. */
@Provider
@PreMatching
@Priority(1)
class RequestIdFilter implements ContainerRequestFilter, ContainerResponseFilter {
    static final String HEADER = "X-Request-Id";

    private final RequestId requestId;

    RequestIdFilter(RequestId requestId) {
        this.requestId = requestId;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        MDC.put("requestId", requestId.value());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(HEADER, requestId.value());
    }
}
