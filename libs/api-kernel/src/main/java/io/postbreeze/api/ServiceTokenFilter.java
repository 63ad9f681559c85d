package io.postbreeze.api;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets a request below {@code /internal} pass only with the service token. */
class ServiceTokenFilter {
    private final ServiceTokenConfig config;

    ServiceTokenFilter(ServiceTokenConfig config) {
        this.config = config;
        if (config.serviceToken().length() < 32) {
            throw new IllegalStateException("postbreeze.service-token must have at least 32 characters");
        }
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    void authenticate(ContainerRequestContext request) {
        if (!GuardedPaths.isInternal(request)) {
            return;
        }
        boolean known = BearerToken.of(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .filter(token -> Secrets.same(token, config.serviceToken()))
                .isPresent();
        if (!known) {
            throw new ApiException(401, "SERVICE_TOKEN_INVALID", "Internal paths need the service token.");
        }
    }
}
