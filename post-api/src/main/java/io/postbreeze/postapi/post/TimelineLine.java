package io.postbreeze.postapi.post;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a post.
 *
 * @param at when
 * @param targetId to which target, null for the post as a whole
 * @param state what it became
 * @param attempt number of the attempt, 0 before the first
 * @param detail in a sentence, null when the state says it all
 * @param tiktokCode TikTok's own code, null without one
 * @param tiktokLogId TikTok's id of the call, for its support; null without one
 * @param sentBytes bytes TikTok had stored, null when that says nothing
 */
record TimelineLine(
        Instant at,
        @Nullable String targetId,
        String state,
        int attempt,
        @Nullable String detail,
        @Nullable String tiktokCode,
        @Nullable String tiktokLogId,
        @Nullable Long sentBytes) {

    static TimelineLine ofPost(Instant at, String state, String detail) {
        return new TimelineLine(at, null, state, 0, detail, null, null, null);
    }

    static TimelineLine ofTarget(String targetId, PublisherClient.Line line) {
        return new TimelineLine(
                line.at(),
                targetId,
                line.state(),
                line.attempt(),
                line.detail(),
                line.tiktokCode(),
                line.tiktokLogId(),
                line.sentBytes());
    }
}
