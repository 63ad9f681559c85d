package io.postbreeze.tiktok;

import org.jspecify.annotations.Nullable;

/**
 * How a video shall appear.
 *
 * @param title the caption, at most 2,200 UTF-16 units; null for none
 * @param privacyLevel one of the creator's {@link CreatorInfo#privacyLevels()}
 * @param disableDuet whether duets are forbidden for this post
 * @param disableStitch whether stitches are forbidden for this post
 * @param disableComment whether comments are forbidden for this post
 * @param brandContent whether it is a paid partnership with a third party
 * @param brandOrganic whether it promotes the creator's own business
 * @param aigc whether it is labelled as made by AI; null leaves it to TikTok
 * @param coverTimestampMs the frame used as cover, in milliseconds from the start; null for the first frame
 */
public record PostInfo(
        @Nullable String title,
        PrivacyLevel privacyLevel,
        boolean disableDuet,
        boolean disableStitch,
        boolean disableComment,
        boolean brandContent,
        boolean brandOrganic,
        @Nullable Boolean aigc,
        @Nullable Integer coverTimestampMs) {}
