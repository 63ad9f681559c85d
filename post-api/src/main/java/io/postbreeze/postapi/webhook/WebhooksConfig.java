package io.postbreeze.postapi.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** Settings of customers' webhooks. */
@ConfigMapping(prefix = "postbreeze.webhooks")
public interface WebhooksConfig {
    /** Whether endpoints may be on this machine, at any port and by http: for development only. */
    @WithDefault("false")
    boolean allowLoopback();

    /** Ports of endpoints. */
    @WithDefault("443")
    Set<Integer> ports();

    /** Most endpoints of a workspace. */
    @WithDefault("20")
    int endpointsPerWorkspace();

    /** An endpoint that has not answered by then failed. */
    @WithDefault("10s")
    Duration timeout();

    /** Most requests under way from one replica. */
    @WithDefault("64")
    int concurrency();

    /** Most requests under way to one endpoint, from all replicas together. */
    @WithDefault("8")
    int concurrencyPerEndpoint();

    /** How long a replica may hold a delivery without a word; must be longer than the timeout. */
    @WithDefault("30s")
    Duration lease();

    /** Longest wait before the second try; later ones triple. */
    @WithDefault("10s")
    Duration firstDelay();

    /** Longest wait between two tries. */
    @WithDefault("6h")
    Duration longestDelay();

    /** How long a delivery is tried. */
    @WithDefault("3d")
    Duration keepTrying();

    /** An endpoint is paused after this many failures in a row, if they took {@link #pauseAfter()} at least. */
    @WithDefault("10")
    int pauseAfterFailures();

    /** The shortest time over which an endpoint must have failed to be paused. */
    @WithDefault("24h")
    Duration pauseAfter();

    /** How long a rotated secret signs beside the new one. */
    @WithDefault("24h")
    Duration secretOverlap();

    /** How long the log of deliveries is kept. */
    @WithDefault("30d")
    Duration retention();

    /** Longest sleep between two looks at the queue; another replica's announcements are found by these looks. */
    @WithDefault("1s")
    Duration longestSleep();
}
