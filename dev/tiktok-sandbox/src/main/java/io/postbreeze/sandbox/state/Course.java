package io.postbreeze.sandbox.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When what happens to a post. Every instant is set once, when it becomes known, and may lie ahead: the post's status
 * is read off these instants and the clock, so that a clock that jumps needs no timers.
 *
 * @param receivedAt its last byte came
 * @param settledAt processing ends, with or without success
 * @param failReason TikTok's word for why it failed; null when processing succeeds
 * @param postedAt the creator posted it: at the end of processing, or for an inbox item when they did so in the app
 * @param publicAt moderation let it through; null while unknown and for what is never public
 * @param identifiedAt TikTok tells its number; null while unknown and for what never gets one
 * @param removedAt it was taken off the profile
 */
public record Course(
        @Nullable Instant receivedAt,
        @Nullable Instant settledAt,
        @Nullable String failReason,
        @Nullable Instant postedAt,
        @Nullable Instant publicAt,
        @Nullable Instant identifiedAt,
        @Nullable Instant removedAt) {

    /** Of a post whose bytes are still to come. */
    public static final Course BEGUN = new Course(null, null, null, null, null, null, null);

    /** All bytes came, and processing will succeed. */
    Course received(Instant at, Instant settled) {
        return new Course(at, settled, null, null, null, null, null);
    }

    /** It fails. */
    Course failed(@Nullable Instant received, Instant settled, String reason) {
        return new Course(received, settled, reason, null, null, null, null);
    }

    /** The creator posts it. */
    Course posted(@Nullable Instant at, @Nullable Instant isPublic, @Nullable Instant identified) {
        return new Course(receivedAt, settledAt, null, at, isPublic, identified, null);
    }

    /** It is taken off the profile. */
    Course removed(Instant at) {
        return new Course(receivedAt, settledAt, failReason, postedAt, publicAt, identifiedAt, at);
    }

    static boolean reached(@Nullable Instant instant, Instant now) {
        return instant != null && !now.isBefore(instant);
    }
}
