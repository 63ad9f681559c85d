package io.postbreeze.postapi.post.validation;

import org.jspecify.annotations.Nullable;

/**
 * TikTok settings of one target as asked for; nothing is checked yet.
 *
 * @param platform kind of account, null when missing
 * @param privacy privacy level, null when missing
 * @param allowComments default false
 * @param allowDuet default false
 * @param allowStitch default false
 * @param autoAddMusic default false; photos only
 * @param brandOrganicToggle default false
 * @param brandContentToggle default false
 * @param photoTitle photos only, null when missing
 */
public record PlatformOptions(
        @Nullable String platform,
        @Nullable String privacy,
        boolean allowComments,
        boolean allowDuet,
        boolean allowStitch,
        boolean autoAddMusic,
        boolean brandOrganicToggle,
        boolean brandContentToggle,
        @Nullable String photoTitle) {}
