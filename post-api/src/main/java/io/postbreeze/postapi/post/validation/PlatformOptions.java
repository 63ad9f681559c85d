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
 * @param isAigc default false; the video is labelled as made by AI
 * @param videoCoverTimestampMs videos only: frame of the cover in milliseconds, null for the first
 * @param photoCoverIndex photos only: which one is the cover, from 0; null for the first
 * @param postMode {@code DIRECT_POST} or {@code MEDIA_UPLOAD}, a draft in the creator's inbox; null for the former
 * @param photoFit photos only: {@code crop}, {@code pad} or {@code fit}; null for the first
 * @param autoRepair default false; videos only: one that TikTok does not take is repaired
 * @param skipAfter how late it may still be published, as ISO-8601; null for however late
 * @param giveUpAfter how long it is tried from the first attempt on, as ISO-8601; null for the usual day
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
        @Nullable String photoTitle,
        boolean isAigc,
        @Nullable Long videoCoverTimestampMs,
        @Nullable Integer photoCoverIndex,
        @Nullable String postMode,
        @Nullable String photoFit,
        boolean autoRepair,
        @Nullable String skipAfter,
        @Nullable String giveUpAfter) {
    /** Delivers to the creator's inbox instead of publishing. */
    public static final String MEDIA_UPLOAD = "MEDIA_UPLOAD";

    static final long FIRST_FRAME = 0;
    static final int FIRST_PHOTO = 0;
    static final String CROP = "crop";

    /** Whether the creator finishes the post in the app. */
    boolean isForInbox() {
        return MEDIA_UPLOAD.equals(postMode);
    }
}
