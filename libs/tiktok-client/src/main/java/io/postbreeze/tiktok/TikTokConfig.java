package io.postbreeze.tiktok;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where TikTok is and how long it may take.
 *
 * @param apiUrl base of the v2 API, for example {@code https://open.tiktokapis.com}
 * @param uploadHostSuffixes hosts that an upload URL may name, each with all its sub-domains
 * @param allowPlainHttp whether {@code http} upload URLs are accepted; only for a local sandbox
 * @param connectTimeout longest wait for a connection
 * @param requestTimeout longest duration of one JSON call, from the first byte sent to the last received
 * @param idleTimeout longest silence between two bytes of an upload or of its source
 * @param chunkTimeout longest duration of one chunk
 */
public record TikTokConfig(
        URI apiUrl,
        Set<String> uploadHostSuffixes,
        boolean allowPlainHttp,
        Duration connectTimeout,
        Duration requestTimeout,
        Duration idleTimeout,
        Duration chunkTimeout) {

    public TikTokConfig {
        if (apiUrl.getHost() == null || uploadHostSuffixes.isEmpty()) {
            throw new IllegalArgumentException("TikTok needs an absolute API address and at least one upload host");
        }
        uploadHostSuffixes = uploadHostSuffixes.stream()
                .map(suffix -> suffix.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The values for production: uploads to {@code tiktokapis.com} by https only. */
    public static TikTokConfig defaults(URI apiUrl) {
        return new TikTokConfig(
                apiUrl,
                Set.of("tiktokapis.com"),
                false,
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                Duration.ofMinutes(5));
    }

    /** The same with other upload hosts, and with plain http allowed or not. */
    public TikTokConfig withUploads(Set<String> hostSuffixes, boolean plainHttp) {
        return new TikTokConfig(
                apiUrl, hostSuffixes, plainHttp, connectTimeout, requestTimeout, idleTimeout, chunkTimeout);
    }
}
