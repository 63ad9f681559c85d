package io.postbreeze.analytics.refresh;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How often numbers are read from TikTok. */
@ConfigMapping(prefix = "postbreeze.refresh")
public interface RefreshConfig {
    /** How often a replica looks for posts that are due; TikTok is asked only when there are some. */
    @WithDefault("1s")
    Duration tick();

    /** How many accounts one replica reads at the same time, at least 1. */
    @WithDefault("4")
    int parallel();

    /**
     * How long a replica may take for one batch before another takes it over; longer than the time-outs of two tokens
     * and two questions to TikTok together.
     */
    @WithDefault("2m")
    Duration lease();

    /** Time between two readings of one post, at most; each is up to a tenth earlier, at random. */
    @WithDefault("12h")
    Duration interval();

    /** Ages at which a young post is read, ascending; afterwards every {@link #interval()}. */
    @WithDefault("1h,3h,6h")
    List<Duration> earlyAges();

    /** How long a shutdown waits for readings under way; the lease covers what takes longer. */
    @WithDefault("8s")
    Duration shutdownGrace();
}
