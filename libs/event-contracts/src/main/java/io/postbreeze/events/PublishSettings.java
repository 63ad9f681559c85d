package io.postbreeze.events;

import org.jspecify.annotations.Nullable;

/**
 * How one target is to be published.
 *
 * @param privacy TikTok's privacy level, one of {@code PUBLIC_TO_EVERYONE}, {@code MUTUAL_FOLLOW_FRIENDS},
 *     {@code FOLLOWER_OF_CREATOR}, {@code SELF_ONLY}
 * @param allowComments whether viewers may comment
 * @param allowDuet whether viewers may duet; videos only
 * @param allowStitch whether viewers may stitch; videos only
 * @param autoAddMusic whether TikTok adds a track; photos only
 * @param brandOrganic the creator promotes an own brand
 * @param brandContent paid partnership
 * @param photoTitle title of a slideshow, at most 90 UTF-16 units; null for videos
 * @param aiGenerated whether it is labelled as made by AI; null is false
 * @param coverTimestampMs frame of a video used as its cover, in milliseconds; null for the first
 * @param coverIndex photo of a slideshow used as its cover, from 0; null for the first
 * @param postMode {@code DIRECT_POST}, or {@code MEDIA_UPLOAD} for a draft in the creator's inbox; null for the former
 * @param photoFit {@code crop}, {@code pad} or {@code fit}; null for the first
 * @param autoRepair whether a video that TikTok does not take is repaired first; null is false
 * @param skipAfterSeconds how late it may still be begun; null for however late
 * @param giveUpAfterSeconds how long it is tried from the first attempt on; null for the publisher's usual patience
 */
public record PublishSettings(
        String privacy,
        boolean allowComments,
        boolean allowDuet,
        boolean allowStitch,
        boolean autoAddMusic,
        boolean brandOrganic,
        boolean brandContent,
        @Nullable String photoTitle,
        @Nullable Boolean aiGenerated,
        @Nullable Long coverTimestampMs,
        @Nullable Integer coverIndex,
        @Nullable String postMode,
        @Nullable String photoFit,
        @Nullable Boolean autoRepair,
        @Nullable Long skipAfterSeconds,
        @Nullable Long giveUpAfterSeconds) {
    /** Settings of a post that asks for nothing beyond what every post says. */
    public PublishSettings(
            String privacy,
            boolean allowComments,
            boolean allowDuet,
            boolean allowStitch,
            boolean autoAddMusic,
            boolean brandOrganic,
            boolean brandContent) {
        this(
                privacy,
                allowComments,
                allowDuet,
                allowStitch,
                autoAddMusic,
                brandOrganic,
                brandContent,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
