package io.postbreeze.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** Puts the service token on calls to other services; register it on internal REST clients only. */
@ApplicationScoped
public class ServiceTokenHeader implements ClientRequestFilter {
    private final ServiceTokenConfig config;

    ServiceTokenHeader(ServiceTokenConfig config) {
        this.config = config;
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + config.serviceToken());
    }
}
