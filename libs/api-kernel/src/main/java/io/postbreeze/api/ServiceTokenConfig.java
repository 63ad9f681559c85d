package io.postbreeze.api;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The secret by which our services know one another. Not a mapping of the prefix {@code postbreeze}: that would claim
 * every {@code postbreeze.…} property of every service and refuse to start over those it does not know.
 */
@ApplicationScoped
public class ServiceTokenConfig {
    private final String serviceToken;

    /**
     * Reads {@code postbreeze.service-token}.
     *
     * @param serviceToken shared by all services of one installation; at least 32 characters; no default
     */
    ServiceTokenConfig(@ConfigProperty(name = "postbreeze.service-token") String serviceToken) {
        this.serviceToken = serviceToken;
    }

    /** The secret itself; never to be logged. */
    public String serviceToken() {
        return serviceToken;
    }
}
