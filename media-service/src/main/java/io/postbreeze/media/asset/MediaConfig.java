package io.postbreeze.media.asset;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** How media look from outside. */
@ConfigMapping(prefix = "postbreeze.media")
public interface MediaConfig {
    /**
     * Base of the addresses at which stored objects are publicly reachable, without a trailing slash; the object's key
     * follows. Default {@code http://127.0.0.1:8091/media}, the local store; in production an https domain that is
     * verified with TikTok.
     */
    @WithDefault("http://127.0.0.1:8091/media")
    URI publicUrl();

    /** Files inspected at the same time for one question of another service, default 6. */
    @WithDefault("6")
    int inspectionsAtOnce();
}
