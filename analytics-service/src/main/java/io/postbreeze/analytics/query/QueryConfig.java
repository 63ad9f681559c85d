package io.postbreeze.analytics.query;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How numbers are shown. */
@ConfigMapping(prefix = "postbreeze.query")
public interface QueryConfig {
    /** Age from which a number counts as stale: the refresh interval and a margin for limits and outages. */
    @WithDefault("13h")
    Duration staleAfter();
}
