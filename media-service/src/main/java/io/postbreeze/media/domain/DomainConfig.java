package io.postbreeze.media.domain;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is known to be verified with TikTok, and how far a check of a URL goes. */
@ConfigMapping(prefix = "postbreeze.media.domains")
public interface DomainConfig {
    /**
     * Domains ({@code media.example.com}) and prefixes ({@code https://example.com/media/}) that TikTok's developer
     * portal has verified for this server's app, by commas; default none. Photos are posted only while the public URL
     * of media lies on one of them.
     */
    Optional<List<String>> verified();

    /** Longest time for the check of a URL, redirects included, default 15 seconds. */
    @WithDefault("15s")
    Duration checkTimeout();

    /** Checks of URLs at the same time per workspace and replica, default 2; more are refused with 429. */
    @WithDefault("2")
    int checksAtOnce();
}
