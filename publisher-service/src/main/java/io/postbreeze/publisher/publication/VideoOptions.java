package io.postbreeze.publisher.publication;

import io.postbreeze.events.PublishSettings;
import org.jspecify.annotations.Nullable;

/**
 * The post's settings as they go to TikTok: what the account forbids is off, whatever the user asked for.
 *
 * @param caption caption, may be empty
 * @param privacy one of the privacy levels on offer
 * @param disableComment whether comments are off
 * @param disableDuet whether duets are off
 * @param disableStitch whether stitches are off
 * @param brandOrganic promotes an own brand
 * @param brandContent paid partnership
 * @param aiGenerated labelled as made by AI
 * @param coverTimestampMs frame used as cover, null for the first
 */
public record VideoOptions(
        String caption,
        String privacy,
        boolean disableComment,
        boolean disableDuet,
        boolean disableStitch,
        boolean brandOrganic,
        boolean brandContent,
        boolean aiGenerated,
        @Nullable Long coverTimestampMs) {

    static VideoOptions of(Content content, CreatorFacts creator) {
        PublishSettings settings = content.settings();
        return new VideoOptions(
                content.caption(),
                settings.privacy(),
                !settings.allowComments() || creator.commentsDisabled(),
                !settings.allowDuet() || creator.duetDisabled(),
                !settings.allowStitch() || creator.stitchDisabled(),
                settings.brandOrganic(),
                settings.brandContent(),
                Boolean.TRUE.equals(settings.aiGenerated()),
                settings.coverTimestampMs());
    }
}
