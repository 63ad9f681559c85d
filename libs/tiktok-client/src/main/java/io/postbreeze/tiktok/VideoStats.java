package io.postbreeze.tiktok;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One public video and its numbers; a value is null when TikTok left it out, which is not zero.
 *
 * @param id the post's id, a 64-bit number as text
 * @param title the caption, cut by TikTok at 150 characters
 * @param description the same, from another field; cut at 150 characters
 * @param createTime when it was posted
 * @param viewCount views
 * @param likeCount likes
 * @param commentCount comments
 * @param shareCount shares
 * @param shareUrl its public address
 */
public record VideoStats(
        String id,
        @Nullable String title,
        @Nullable String description,
        @Nullable Instant createTime,
        @Nullable Long viewCount,
        @Nullable Long likeCount,
        @Nullable Long commentCount,
        @Nullable Long shareCount,
        @Nullable String shareUrl) {}
