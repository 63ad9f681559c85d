package io.postbreeze.postapi.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** This installation as an app in TikTok's developer portal. */
@ConfigMapping(prefix = "postbreeze.tiktok")
public interface TikTokAppConfig {
    /** Base of TikTok's v2 API. */
    @WithDefault("https://open.tiktokapis.com")
    URI apiUrl();

    /** TikTok's consent page. */
    @WithDefault("https://www.tiktok.com/v2/auth/authorize/")
    URI authorizeUrl();

    /** The app's client key. */
    String clientKey();

    /** The app's client secret. */
    String clientSecret();

    /** How many posts TikTok takes from a creator in 24 hours. */
    @WithDefault("15")
    int postsADay();

    /** Whether TikTok has audited the app; until then it takes private posts only. */
    @WithDefault("true")
    boolean audited();

    /** Where TikTok sends the creator back to; registered in the portal, reachable by browsers. */
    URI redirectUri();
}
