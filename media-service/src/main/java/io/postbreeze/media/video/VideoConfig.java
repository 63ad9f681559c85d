package io.postbreeze.media.video;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What is made of videos, and with what. */
@ConfigMapping(prefix = "postbreeze.media")
public interface VideoConfig {
    /** Path of ffmpeg, or {@code off}; default: the one on the PATH, if there is one. */
    Optional<String> ffmpeg();

    /** How it works. */
    Work video();

    /** How it works. */
    interface Work {
        /**
         * Where temporary files are kept, default the system's own directory for them; a poster needs 40 MB, a repair 1
         * GB.
         */
        Optional<Path> directory();

        /** Whether videos are repaired for posts that ask for it, default true. */
        @WithDefault("true")
        boolean repairs();

        /** Longest time for one repair, default 30 minutes. */
        @WithDefault("30m")
        Duration repairTimeout();

        /** Address space of one repair in bytes, default 2 GiB. */
        @WithDefault("2147483648")
        long repairMemory();

        /** How long a dead replica's work waits for another one, default 60 seconds. */
        @WithDefault("60s")
        Duration lease();

        /** How often a replica looks for work, default every 2 seconds. */
        @WithDefault("2s")
        String every();
    }
}
