package io.postbreeze.publisher.publication;

import io.postbreeze.events.PublishSettings;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The post's settings as they go to TikTok with photos: what the account forbids is off, whatever the user asked for.
 *
 * @param title title of the carousel, null for none
 * @param description caption without addresses, may be empty
 * @param privacy one of the privacy levels on offer
 * @param disableComment whether comments are off
 * @param autoAddMusic whether TikTok adds a track
 * @param brandOrganic promotes an own brand
 * @param brandContent paid partnership
 * @param aiGenerated labelled as made by AI
 * @param coverIndex photo used as cover, from 0
 * @param toInbox delivered to the creator's inbox instead of posted
 */
public record PhotoOptions(
        @Nullable String title,
        String description,
        String privacy,
        boolean disableComment,
        boolean autoAddMusic,
        boolean brandOrganic,
        boolean brandContent,
        boolean aiGenerated,
        int coverIndex,
        boolean toInbox) {
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?://|www\\.)[^\\s)\\]}>]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern GAP = Pattern.compile("[ \\t]{2,}");

    static PhotoOptions of(Content content, CreatorFacts creator, int photos) {
        PublishSettings settings = content.settings();
        return new PhotoOptions(
                settings.photoTitle(),
                withoutAddresses(content.caption()),
                settings.privacy(),
                !settings.allowComments() || creator.commentsDisabled(),
                settings.autoAddMusic(),
                settings.brandOrganic(),
                settings.brandContent(),
                Boolean.TRUE.equals(settings.aiGenerated()),
                Math.min(Objects.requireNonNullElse(settings.coverIndex(), 0), photos - 1),
                content.isForInbox());
    }

    /** TikTok shows addresses with photos as dead text. */
    static String withoutAddresses(String caption) {
        String without = ADDRESS.matcher(caption).replaceAll("");
        return without.equals(caption)
                ? caption
                : GAP.matcher(without).replaceAll(" ").strip();
    }
}
