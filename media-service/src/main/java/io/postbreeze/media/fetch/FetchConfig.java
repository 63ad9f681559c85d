package io.postbreeze.media.fetch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** How files are fetched from URLs. */
@ConfigMapping(prefix = "postbreeze.media.from-url")
public interface FetchConfig {
    /** Whether this machine may be fetched from, at any port; default false. For development and tests only. */
    @WithDefault("false")
    boolean allowLoopback();

    /** Ports that may be fetched from, default 80 and 443. */
    @WithDefault("80,443")
    Set<Integer> ports();

    /** Longest wait for a connection, default 10 seconds. */
    @WithDefault("10s")
    Duration connectTimeout();

    /** Longest wait for the answer's head, and then for each next byte, default 20 seconds. */
    @WithDefault("20s")
    Duration idleTimeout();

    /** Longest time for a whole file, redirects included, default 10 minutes. */
    @WithDefault("10m")
    Duration totalTimeout();

    /** Files fetched at the same time by one replica, default 4; each holds 8 MiB. More wait in line. */
    @WithDefault("4")
    int atOnce();

    /**
     * How long a replica that says nothing is believed to fetch, default 8 seconds. It holds on every two seconds;
     * after this time another one goes on with the file.
     */
    @WithDefault("8s")
    Duration lease();

    /** How long a request waits for its files before it is told that they are still being fetched, default 55 s. */
    @WithDefault("55s")
    Duration patience();
}
