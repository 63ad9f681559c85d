package io.postbreeze.publisher.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** Where TikTok is and how patient calls are. */
@ConfigMapping(prefix = "postbreeze.tiktok")
public interface TikTokSettings {
    /** Base of TikTok's v2 API. */
    @WithDefault("https://open.tiktokapis.com")
    URI apiUrl();

    /** Hosts (with their sub-domains) that an upload address may name; bytes go nowhere else. */
    @WithDefault("tiktokapis.com")
    Set<String> uploadHosts();

    /** Whether bytes may be sent without TLS; for a local sandbox only. */
    @WithDefault("false")
    boolean allowPlainHttp();

    /** Longest wait for a connection. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** Longest duration of one call other than an upload. */
    @WithDefault("20s")
    Duration requestTimeout();

    /** Longest silence between two bytes of an upload or of its source. */
    @WithDefault("30s")
    Duration idleTimeout();

    /** Longest duration of one chunk. */
    @WithDefault("5m")
    Duration chunkTimeout();
}
