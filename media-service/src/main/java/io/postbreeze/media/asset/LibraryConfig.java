package io.postbreeze.media.asset;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long files are kept, and how much of them. */
@ConfigMapping(prefix = "postbreeze.media.library")
public interface LibraryConfig {
    /** What a workspace may store, announced uploads included, default 1 TiB. */
    @WithDefault("1024G")
    MemorySize quota();

    /** How long an upload may take before it is taken for given up, default 24 hours. */
    @WithDefault("24h")
    Duration unfinishedAfter();

    /** How long a file is kept that no post uses, default 30 days. */
    @WithDefault("720h")
    Duration unreferencedAfter();

    /**
     * How long the bytes of a deleted file stay, default one hour: whoever was making a post of it meanwhile gets it
     * back, and download URLs that were given out have time to end.
     */
    @WithDefault("1h")
    Duration deletionGrace();

    /** How often the sweep looks whether something is due, default every minute; {@code off} for never. */
    @WithDefault("1m")
    String sweepEvery();
}
