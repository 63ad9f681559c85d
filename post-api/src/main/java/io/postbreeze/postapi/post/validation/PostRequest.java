package io.postbreeze.postapi.post.validation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request for a post, whichever shape it came in.
 *
 * @param shape which shape, for error paths
 * @param caption the post's text, may be empty
 * @param scheduledAt when, null for a draft or at once
 * @param draftScheduledAt a draft's pin in the calendar, null without one
 * @param timezone IANA name for display, null when not given
 * @param publishNow whether to publish at once
 * @param mediaIds the post's media in order
 * @param mediaAltText texts for people who cannot see the media, by media id
 * @param mediaItems files to be fetched, whose ids then come first
 * @param targets the accounts, at least one
 */
public record PostRequest(
        Shape shape,
        String caption,
        @Nullable Instant scheduledAt,
        @Nullable Instant draftScheduledAt,
        @Nullable String timezone,
        boolean publishNow,
        List<String> mediaIds,
        Map<String, String> mediaAltText,
        List<MediaItem> mediaItems,
        List<TargetRequest> targets) {
    /** One more than any post may have: the rules say so, and need no look at the rest. */
    static final int MOST_MEDIA_LOOKED_AT = 36;

    /** Keeps its own copies. */
    public PostRequest {
        mediaIds = List.copyOf(mediaIds);
        mediaAltText = Map.copyOf(mediaAltText);
        mediaItems = List.copyOf(mediaItems);
        targets = List.copyOf(targets);
    }

    /** The caption that a target is published with. */
    public String captionOf(TargetRequest target) {
        return target.captionOverride() == null ? caption : target.captionOverride();
    }

    /** The media that a target is published with: its own, else the post's. */
    public List<String> mediaOf(TargetRequest target) {
        return target.mediaIds().isEmpty() ? mediaIds : target.mediaIds();
    }

    /** Ids of the media that the rules need facts about, each once. */
    public List<String> mediaToLookAt() {
        return targets.stream()
                .flatMap(target -> mediaOf(target).stream().limit(MOST_MEDIA_LOOKED_AT))
                .distinct()
                .toList();
    }

    /** Whether it is only to be kept, not to be published. */
    public boolean isDraft() {
        return scheduledAt == null && !publishNow;
    }
}
