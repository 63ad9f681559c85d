package io.postbreeze.analytics.refresh;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where TikTok is. */
@ConfigMapping(prefix = "postbreeze.tiktok")
public interface TikTokApiConfig {
    /** Base of the v2 API, without a slash at its end. */
    @WithDefault("https://open.tiktokapis.com")
    URI apiUrl();
}
