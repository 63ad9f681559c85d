package io.postbreeze.media.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the S3-compatible store is and how it is spoken to. */
@ConfigMapping(prefix = "postbreeze.s3")
public interface StoreConfig {
    /** Base URL of the store; default: Amazon's for the region. Uploads and downloads are signed for this host. */
    Optional<URI> endpoint();

    /** Region for signatures, default us-east-1; stores without regions take any. */
    @WithDefault("us-east-1")
    String region();

    /** Bucket of all media, default postbreeze-media; it must exist, it is never created. */
    @WithDefault("postbreeze-media")
    String bucket();

    /** Access key; default: the usual AWS chain (environment, profile, container or instance role). */
    Optional<String> accessKey();

    /** Secret of the access key. */
    Optional<String> secretKey();

    /** Whether the bucket is in the path and not in the host name, default false; true for most self-hosted stores. */
    @WithDefault("false")
    boolean pathStyle();

    /** How long an upload URL can be used, default 15 minutes. */
    @WithDefault("15m")
    Duration uploadTtl();

    /** How long an internal download URL can be used, default 2 hours; an upload to TikTok must fit in. */
    @WithDefault("2h")
    Duration downloadTtl();

    /**
     * Whether public objects are stored with the access control {@code public-read}, default false. Where a policy of
     * the bucket makes the prefix {@code renditions/} public, as it should in production, that is needless, and Amazon
     * refuses it.
     */
    @WithDefault("false")
    boolean publicReadAcl();

    /** Longest wait for one answer of the store, default 5 seconds; three tries within twice this time. */
    @WithDefault("5s")
    Duration timeout();
}
