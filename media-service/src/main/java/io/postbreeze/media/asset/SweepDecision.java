package io.postbreeze.media.asset;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** What the sweep does with a file. */
sealed interface SweepDecision {
    /** How long a file that a post uses is left alone. */
    Duration USED_FOR_NOW = Duration.ofDays(1);

    /**
     * It stays.
     *
     * @param until when to look again
     * @param used whether a post uses it
     */
    record Keep(Instant until, boolean used) implements SweepDecision {}

    /**
     * It is taken away from its users.
     *
     * @param until when to look again, and then to destroy it
     */
    record TakeAway(Instant until) implements SweepDecision {}

    /** Its bytes and its row go. */
    record Destroy() implements SweepDecision {}

    /**
     * Decides about a file.
     *
     * @param asset as the store has it now
     * @param used whether a post uses it
     */
    static SweepDecision of(MediaAsset asset, boolean used, Instant now, LibraryConfig config) {
        if (used) {
            return new Keep(now.plus(USED_FOR_NOW), true);
        }
        if (asset.deletedAt != null) {
            Instant end = asset.deletedAt.plus(config.deletionGrace());
            return end.isAfter(now) ? new Keep(end, false) : new Destroy();
        }
        return switch (asset.status) {
            case PENDING -> {
                Instant end = asset.createdAt.plus(config.unfinishedAfter());
                yield end.isAfter(now) ? new Keep(end, false) : new Destroy();
            }
            // Ends by itself, one way or the other.
            case PROCESSING -> new Keep(now.plus(config.unfinishedAfter()), false);
            case READY, REJECTED -> {
                Instant end = lastUsed(asset).plus(config.unreferencedAfter());
                yield end.isAfter(now) ? new Keep(end, false) : new TakeAway(now.plus(config.deletionGrace()));
            }
        };
    }

    private static Instant lastUsed(MediaAsset asset) {
        Instant used = Objects.requireNonNullElse(asset.usedAt, asset.updatedAt);
        return used.isAfter(asset.updatedAt) ? used : asset.updatedAt;
    }
}
