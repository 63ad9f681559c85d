package io.postbreeze.sandbox.state;

import org.jspecify.annotations.Nullable;

/**
 * What the creator said about a post.
 *
 * @param caption a video's title or a carousel's description, empty when none was sent
 * @param title a carousel's headline; null for a video
 * @param privacyLevel TikTok's word for who may see it; empty for an inbox item, whose creator decides in the app
 * @param commentDisabled as asked for, or forced by the account
 * @param duetDisabled as asked for, or forced by the account
 * @param stitchDisabled as asked for, or forced by the account
 * @param autoAddMusic whether TikTok picks the music of a carousel
 * @param brandContent paid partnership
 * @param brandOrganic own brand
 * @param aiGenerated labelled as made by AI
 * @param coverTimestampMs the frame that becomes a video's cover; null for the first
 * @param photoCoverIndex the photo that becomes a carousel's cover; null for a video
 */
public record PostInfo(
        String caption,
        @Nullable String title,
        String privacyLevel,
        boolean commentDisabled,
        boolean duetDisabled,
        boolean stitchDisabled,
        boolean autoAddMusic,
        boolean brandContent,
        boolean brandOrganic,
        boolean aiGenerated,
        @Nullable Long coverTimestampMs,
        @Nullable Long photoCoverIndex) {

    /** What an inbox item says: nothing, since its creator finishes it in the app. */
    public static PostInfo unsaid(String caption, @Nullable String title, @Nullable Long photoCoverIndex) {
        return new PostInfo(caption, title, "", false, false, false, false, false, false, false, null, photoCoverIndex);
    }

    /** The same, visible to others as its creator chose in the app. */
    public PostInfo withPrivacy(String level) {
        return new PostInfo(
                caption,
                title,
                level,
                commentDisabled,
                duetDisabled,
                stitchDisabled,
                autoAddMusic,
                brandContent,
                brandOrganic,
                aiGenerated,
                coverTimestampMs,
                photoCoverIndex);
    }
}
