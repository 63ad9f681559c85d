package io.postbreeze.tiktok;

/**
 * How a carousel shall appear when it is posted directly.
 *
 * @param privacyLevel one of the creator's {@link CreatorInfo#privacyLevels()}
 * @param disableComment whether comments are forbidden for this post
 * @param autoAddMusic whether TikTok adds a track of its choice
 * @param brandContent whether it is a paid partnership with a third party
 * @param brandOrganic whether it promotes the creator's own business
 */
public record PhotoInfo(
        PrivacyLevel privacyLevel,
        boolean disableComment,
        boolean autoAddMusic,
        boolean brandContent,
        boolean brandOrganic) {}
