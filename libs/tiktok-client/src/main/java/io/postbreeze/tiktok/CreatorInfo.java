package io.postbreeze.tiktok;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a creator may post at this moment. Ask anew before each post: the creator can change all of it in the app.
 *
 * @param username the handle without {@code @}; null when TikTok leaves it out
 * @param nickname the name shown; null when TikTok leaves it out
 * @param avatarUrl the picture, valid for two hours; null when TikTok leaves it out
 * @param privacyLevels the levels offered to this creator, in TikTok's order; levels unknown to this library are left
 *     out
 * @param commentDisabled whether the account forbids comments
 * @param duetDisabled whether the account forbids duets
 * @param stitchDisabled whether the account forbids stitches
 * @param maxVideoDuration the longest video this creator may post; null when TikTok leaves it out
 */
public record CreatorInfo(
        @Nullable String username,
        @Nullable String nickname,
        @Nullable String avatarUrl,
        List<PrivacyLevel> privacyLevels,
        boolean commentDisabled,
        boolean duetDisabled,
        boolean stitchDisabled,
        @Nullable Duration maxVideoDuration) {

    public CreatorInfo {
        privacyLevels = List.copyOf(privacyLevels);
    }
}
