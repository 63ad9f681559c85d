package io.postbreeze.analytics.plan;

import io.postbreeze.analytics.numbers.RefreshProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** What a reading that brought nothing leads to. Nothing else decides when it is tried again. */
public final class RefreshFailurePolicy {
    /** TikTok counts over one minute that slides, so after two the budget is whole again. */
    private static final Duration THROTTLED = Duration.ofMinutes(1);

    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(30);
    private static final Duration LONGEST_BACKOFF = Duration.ofHours(1);
    private static final Duration UNTIL_RECONNECTED = Duration.ofHours(1);
    private static final Duration RARELY = Duration.ofDays(1);
    private static final Duration NEW_POST = Duration.ofHours(1);
    private static final Duration YOUNG_POST = Duration.ofDays(2);

    private RefreshFailurePolicy() {}

    /**
     * When to try again.
     *
     * @param failures how many readings in a row brought nothing, this one included, from 1
     */
    public static Instant retryAt(
            RefreshProblem problem, int failures, Instant publishedAt, Instant now, RandomGenerator random) {
        Duration wait = switch (problem) {
            case THROTTLED -> THROTTLED;
            case UNAVAILABLE -> backoff(failures);
            case RECONNECT_NEEDED, SCOPE_MISSING -> UNTIL_RECONNECTED;
            case VIDEO_MISSING -> untilShown(Duration.between(publishedAt, now));
            case REFUSED -> RARELY;
        };
        return now.plus(wait).plus(spread(problem, wait, random));
    }

    /** Whether a reading counts as failed; waiting for a limit does not. */
    static boolean counts(RefreshProblem problem) {
        return problem != RefreshProblem.THROTTLED;
    }

    private static Duration backoff(int failures) {
        int doublings = Math.clamp(failures - 1L, 0, 10);
        Duration wait = FIRST_BACKOFF.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_BACKOFF) < 0 ? wait : LONGEST_BACKOFF;
    }

    /** A new post may still be under review; an old one that is gone seldom comes back. */
    private static Duration untilShown(Duration age) {
        if (age.compareTo(NEW_POST) < 0) {
            return Duration.ofMinutes(5);
        }
        return age.compareTo(YOUNG_POST) < 0 ? Duration.ofHours(1) : RARELY;
    }

    private static Duration spread(RefreshProblem problem, Duration wait, RandomGenerator random) {
        Duration most = problem == RefreshProblem.THROTTLED ? wait : wait.dividedBy(5);
        return Duration.ofMillis(random.nextLong(most.toMillis() + 1));
    }
}
