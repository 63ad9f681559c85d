package io.postbreeze.tiktok;

import org.jspecify.annotations.Nullable;

/**
 * A creator's profile; each value is null when it was not asked for or TikTok left it out.
 *
 * @param openId the creator's id within this application
 * @param unionId the creator's id within this developer's applications
 * @param avatarUrl the picture
 * @param displayName the name shown
 * @param bioDescription the text of the profile
 * @param profileDeepLink the address of the profile
 * @param verified whether TikTok has verified the creator
 * @param username the handle without {@code @}
 * @param followerCount followers
 * @param followingCount accounts followed
 * @param likesCount likes over all videos
 * @param videoCount public videos
 */
public record UserInfo(
        @Nullable String openId,
        @Nullable String unionId,
        @Nullable String avatarUrl,
        @Nullable String displayName,
        @Nullable String bioDescription,
        @Nullable String profileDeepLink,
        @Nullable Boolean verified,
        @Nullable String username,
        @Nullable Long followerCount,
        @Nullable Long followingCount,
        @Nullable Long likesCount,
        @Nullable Long videoCount) {}
