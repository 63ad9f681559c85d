package io.postbreeze.analytics.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * When a post is read next: at a few early ages, then at a steady interval.
 *
 * @param interval longest time between two readings
 * @param earlyAges ages of a young post at which it is read, ascending
 */
public record Cadence(Duration interval, List<Duration> earlyAges) {
    /** An early age that is closer than this is as good as reached. */
    private static final Duration SOON = Duration.ofMinutes(10);
    /** Early readings spread over this much, so that posts published on the hour are not read in one second. */
    private static final Duration EARLY_SPREAD = Duration.ofMinutes(2);

    /** Refuses an interval that is not positive; sorts the ages. */
    public Cadence {
        if (!interval.isPositive()) {
            throw new IllegalArgumentException("The refresh interval must be positive");
        }
        earlyAges = earlyAges.stream().sorted().toList();
    }

    /** The instant of the next reading: after {@code now}, and at most one interval away. */
    public Instant next(Instant publishedAt, Instant now, RandomGenerator random) {
        Instant regular = now.plus(interval).minus(upTo(interval.dividedBy(10), random));
        return earlyAges.stream()
                .map(publishedAt::plus)
                .filter(mark -> mark.isAfter(now.plus(SOON)))
                .findFirst()
                .map(mark -> mark.plus(upTo(EARLY_SPREAD, random)))
                .filter(mark -> mark.isBefore(regular))
                .orElse(regular);
    }

    private static Duration upTo(Duration longest, RandomGenerator random) {
        return Duration.ofMillis(random.nextLong(longest.toMillis() + 1));
    }
}
