package io.postbreeze.analytics.numbers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One number and when TikTok said it.
 *
 * @param value the number as it came, not below 0
 * @param takenAt when TikTok was asked
 */
public record Reading(long value, Instant takenAt) {

    /** A reading from two columns; null unless both are there. */
    public static @Nullable Reading of(@Nullable Long value, @Nullable Instant takenAt) {
        return value == null || takenAt == null ? null : new Reading(value, takenAt);
    }

    /** What to show after another reading: the newer number, also when it is lower, and never a missing one. */
    static @Nullable Reading newer(@Nullable Reading known, @Nullable Long value, Instant takenAt) {
        if (value == null) {
            return known;
        }
        return known == null || !takenAt.isBefore(known.takenAt()) ? new Reading(value, takenAt) : known;
    }
}
