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
 */
public record PublishSettings(
        String privacy,
        boolean allowComments,
        boolean allowDuet,
        boolean allowStitch,
        boolean autoAddMusic,
        boolean brandOrganic,
        boolean brandContent,
        @Nullable String photoTitle) {}
