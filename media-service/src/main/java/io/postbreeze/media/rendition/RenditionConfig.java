package io.postbreeze.media.rendition;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How photos are made ready. */
@ConfigMapping(prefix = "postbreeze.media.renditions")
interface RenditionConfig {
    /** Photos made at the same time per replica, default 2: as many as there are processors to spare. */
    @WithDefault("2")
    int atOnce();

    /** Memory that decoded photos may take together, default a third of the heap; one that needs more is made alone. */
    Optional<MemorySize> memory();

    /** How long a photo is left to a replica before another one takes it for dead, default one minute. */
    @WithDefault("1m")
    Duration lease();
}
