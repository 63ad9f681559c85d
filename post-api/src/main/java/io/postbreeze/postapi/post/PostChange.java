package io.postbreeze.postapi.post;

import io.postbreeze.postapi.post.validation.PlatformOptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a user's command makes of a post: complete, so that it can be kept and carried out later by another process.
 *
 * @param kind which command
 * @param revision revision of the post from then on
 * @param at when it was decided
 * @param caption the post's text
 * @param scheduledAt when it is published, null for not at all
 * @param draftScheduledAt a draft's pin in the calendar, null without one
 * @param timezone for display, null when not given
 * @param mediaIds the post's files in order
 * @param mediaAltText texts by file
 * @param targets every target the post then has, in order
 */
record PostChange(
        Kind kind,
        long revision,
        Instant at,
        String caption,
        @Nullable Instant scheduledAt,
        @Nullable Instant draftScheduledAt,
        @Nullable String timezone,
        List<String> mediaIds,
        Map<String, String> mediaAltText,
        List<Target> targets) {
    PostChange {
        mediaIds = List.copyOf(mediaIds);
        mediaAltText = Map.copyOf(mediaAltText);
        targets = List.copyOf(targets);
    }

    /** Which command. */
    enum Kind {
        /** Takes back what was not begun. */
        CANCEL,
        /** Changes content, accounts or time. */
        EDIT,
        /** Begins failed targets anew. */
        RETRY,
        /** Begins a target anew that may be on TikTok, because the user has looked and wants it. */
        PUBLISH_AGAIN
    }

    /** What becomes of a target. */
    enum Fate {
        /** It is to be published. */
        SCHEDULED,
        /** It stays what it is. */
        KEPT,
        /** It is taken back. */
        CANCELED,
        /** It waits for a time to be named. */
        DRAFT
    }

    /**
     * A target as it is then.
     *
     * @param id {@code tgt_…}
     * @param accountId its account
     * @param captionOverride its own text, null for the post's
     * @param options its settings
     * @param mediaIds its own files, empty for the post's
     * @param fate what becomes of it
     * @param dueAt when it is published, null unless it is to be
     */
    record Target(
            String id,
            String accountId,
            @Nullable String captionOverride,
            PlatformOptions options,
            List<String> mediaIds,
            Fate fate,
            @Nullable Instant dueAt) {}
}
