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
        /** Where temporary files are kept, default the system's own directory for them; a poster needs 40 MB. */
        Optional<Path> directory();

        /** How long a dead replica's work waits for another one, default 60 seconds. */
        @WithDefault("60s")
        Duration lease();

        /** How often a replica looks for work, default every 2 seconds. */
        @WithDefault("2s")
        String every();
    }
}
