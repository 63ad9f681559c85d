package io.postbreeze.publisher.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Settings of the dispatcher. */
@ConfigMapping(prefix = "postbreeze.publisher")
public interface PublisherConfig {
    /** Most publications that this replica prepares or uploads at once. */
    @WithDefault("8")
    int uploads();

    /** Most of them that belong to one account, so that a full account cannot hold up the others. */
    @WithDefault("4")
    int uploadsPerAccount();

    /** Most publications whose status this replica asks for at once. */
    @WithDefault("16")
    int questions();

    /** How long a claim holds without renewal: a dead replica's work lies still for this long at most. */
    @WithDefault("9s")
    Duration lease();

    /** How often claims are renewed; well under the lease. */
    @WithDefault("3s")
    Duration leaseRenewal();

    /** Longest time between two looks at the schedule: the net for wake-ups that came from another replica. */
    @WithDefault("1s")
    Duration longestSleep();

    /** How long after its first attempt a publication is tried before it is given up. */
    @WithDefault("24h")
    Duration giveUpAfter();

    /** How long a shutdown waits for running work to reach its next checkpoint. */
    @WithDefault("2500ms")
    Duration shutdownPatience();

    /** Base of the public addresses of posts. */
    @WithDefault("https://www.tiktok.com")
    URI webUrl();
}
