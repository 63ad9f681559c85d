package io.postbreeze.sandbox.display;

import io.postbreeze.sandbox.http.Refusal;
import io.postbreeze.sandbox.state.Creator;

/** Fields of a profile and the scopes they need. */
final class UserFields {
    private UserFields() {}

    static String scope(String field) {
        return switch (field) {
            case "open_id", "union_id", "avatar_url", "avatar_url_100", "avatar_large_url", "display_name" ->
                "user.info.basic";
            case "bio_description", "profile_deep_link", "is_verified", "username" -> "user.info.profile";
            case "follower_count", "following_count", "likes_count", "video_count" -> "user.info.stats";
            default -> throw Refusal.invalidParams("Fields is invalid: " + field);
        };
    }

    static Object value(String field, Creator creator, AccountNumbers numbers, int videos) {
        return switch (field) {
            case "open_id" -> creator.openId();
            case "union_id" -> "union" + creator.openId();
            case "display_name" -> creator.displayName();
            case "username" -> creator.handle();
            case "bio_description" -> "I live in a sandbox.";
            case "profile_deep_link" -> "https://www.tiktok.com/@" + creator.handle();
            case "is_verified" -> false;
            case "follower_count" -> numbers.followers();
            case "following_count" -> creator.followers() / 20;
            case "likes_count" -> numbers.likes();
            case "video_count" -> videos;
            default -> "https://p16-sign.tiktokcdn.example/" + creator.handle() + ".jpeg";
        };
    }
}
