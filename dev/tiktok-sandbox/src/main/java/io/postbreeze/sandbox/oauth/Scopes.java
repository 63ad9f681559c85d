package io.postbreeze.sandbox.oauth;

import io.postbreeze.sandbox.state.Token.Platform;
import java.util.Map;
import java.util.Set;

/** What an app may ask for, and how the consent page says it. */
final class Scopes {
    private static final Map<String, String> V2 = Map.of(
            "user.info.basic", "Read your name and picture",
            "user.info.profile", "Read your profile",
            "user.info.stats", "Read your follower and like counts",
            "video.list", "Read your public videos",
            "video.publish", "Post to your profile",
            "video.upload", "Send drafts to your inbox");
    private static final Map<String, String> BUSINESS = Map.of(
            "user.info.basic", "Read your name and picture",
            "user.info.username", "Read your handle",
            "user.info.profile", "Read your profile",
            "user.info.stats", "Read your follower and like counts",
            "user.account.type", "Know whether this is a business account",
            "user.insights", "Read how your account does, day by day",
            "video.list", "Read your public videos",
            "video.insights", "Read how your videos are watched");

    private Scopes() {}

    static Set<String> of(Platform platform) {
        return words(platform).keySet();
    }

    static String words(Platform platform, String scope) {
        return words(platform).getOrDefault(scope, scope);
    }

    private static Map<String, String> words(Platform platform) {
        return platform == Platform.V2 ? V2 : BUSINESS;
    }
}
