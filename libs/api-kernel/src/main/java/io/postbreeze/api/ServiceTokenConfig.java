package io.postbreeze.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;

/** The secret by which our services know one another. */
@ConfigMapping(prefix = "postbreeze")
public interface ServiceTokenConfig {
    /** Shared by all services of one installation; at least 32 characters; no default. */
    @WithName("service-token")
    String serviceToken();
}
