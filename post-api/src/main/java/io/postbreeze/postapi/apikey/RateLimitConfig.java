package io.postbreeze.postapi.apikey;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many requests a key may send, unless it has numbers of its own. */
@ConfigMapping(prefix = "postbreeze.rate-limit")
public interface RateLimitConfig {
    /** Requests that may come at once. */
    @WithDefault("60")
    int burstRequests();

    /** The time that {@link #burstRequests()} are for, at least a second. */
    @WithDefault("60s")
    Duration burstWindow();

    /** Requests that may come over a longer time. */
    @WithDefault("1000")
    int sustainedRequests();

    /** The time that {@link #sustainedRequests()} are for. */
    @WithDefault("15m")
    Duration sustainedWindow();
}
