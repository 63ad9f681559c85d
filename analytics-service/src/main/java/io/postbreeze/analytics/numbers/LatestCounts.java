package io.postbreeze.analytics.numbers;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The last known value of each number of a post; each has its own instant, because TikTok may leave one out.
 *
 * @param views null until TikTok has given it once; so are the others
 * @param likes number of likes
 * @param comments number of comments
 * @param shares number of shares
 */
public record LatestCounts(
        @Nullable Reading views,
        @Nullable Reading likes,
        @Nullable Reading comments,
        @Nullable Reading shares) {
    /** Nothing read yet. */
    public static final LatestCounts NONE = new LatestCounts(null, null, null, null);

    /** The same after another answer of TikTok: what the answer lacks stays as it was. */
    public LatestCounts with(Counts counts, Instant takenAt) {
        return new LatestCounts(
                Reading.newer(views, counts.views(), takenAt),
                Reading.newer(likes, counts.likes(), takenAt),
                Reading.newer(comments, counts.comments(), takenAt),
                Reading.newer(shares, counts.shares(), takenAt));
    }

    /** When the oldest of the numbers was taken, so that none is older than this; null when there is none. */
    public @Nullable Instant asOf() {
        return Stream.of(views, likes, comments, shares)
                .filter(Objects::nonNull)
                .map(Reading::takenAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
