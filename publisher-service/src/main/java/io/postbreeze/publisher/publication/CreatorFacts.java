package io.postbreeze.publisher.publication;

import java.time.Duration;
import java.util.List;

/**
 * What TikTok lets the creator do right now.
 *
 * @param privacyOptions the privacy levels on offer
 * @param commentsDisabled the account forbids comments
 * @param duetDisabled the account forbids duets
 * @param stitchDisabled the account forbids stitches
 * @param longestVideo longest video it may post
 */
public record CreatorFacts(
        List<String> privacyOptions,
        boolean commentsDisabled,
        boolean duetDisabled,
        boolean stitchDisabled,
        Duration longestVideo) {
    /** Keeps its own copy of the list. */
    public CreatorFacts {
        privacyOptions = List.copyOf(privacyOptions);
    }
}
