package io.postbreeze.tiktok;

import java.util.Locale;

/** What can be asked about a creator; asking for one outside the granted scopes fails the whole call. */
public enum UserField {
    /** Scope {@code user.info.basic}. */
    OPEN_ID,
    /** Scope {@code user.info.basic}. */
    UNION_ID,
    /** Scope {@code user.info.basic}. */
    AVATAR_URL,
    /** Scope {@code user.info.basic}. */
    DISPLAY_NAME,
    /** Scope {@code user.info.profile}. */
    BIO_DESCRIPTION,
    /** Scope {@code user.info.profile}. */
    PROFILE_DEEP_LINK,
    /** Scope {@code user.info.profile}. */
    IS_VERIFIED,
    /** Scope {@code user.info.profile}. */
    USERNAME,
    /** Scope {@code user.info.stats}. */
    FOLLOWER_COUNT,
    /** Scope {@code user.info.stats}. */
    FOLLOWING_COUNT,
    /** Scope {@code user.info.stats}. */
    LIKES_COUNT,
    /** Scope {@code user.info.stats}. */
    VIDEO_COUNT;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
