package io.postbreeze.postapi.apikey;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The first workspace and the first key. */
@ConfigMapping(prefix = "postbreeze.bootstrap")
public interface BootstrapConfig {
    /**
     * A key to accept from the first start on, {@code pb_live_} and 32 characters; generated and printed once when
     * absent.
     */
    Optional<String> apiKey();

    /** Name of the first workspace. */
    @WithDefault("Default")
    String workspace();

    /** Whether request limits do not apply to the first key, so that scripts can poll. */
    @WithDefault("false")
    boolean rateLimitExempt();
}
