package io.postbreeze.postapi.ratelimit;

import java.time.Duration;
import java.time.Instant;

/**
 * At most so many requests in any stretch of time of a length. Time is cut into sixtieths of the length, grains; a
 * grain counts until the whole of it is older than the length. So a window never takes too many, and a place in it
 * becomes free one grain late at most.
 *
 * @param requests how many it takes, at least 1
 * @param length of the stretch, at least a second
 */
public record RateWindow(long requests, Duration length) {
    /** Grains that are kept: sixty and the one under way. */
    public static final int MARKS = 61;

    /** Refuses what is no limit. */
    public RateWindow {
        if (requests < 1 || length.toMillis() < 1_000) {
            throw new IllegalArgumentException("A rate limit takes 1 request or more in a second or more");
        }
    }

    /** The same window for another number of requests. */
    public RateWindow taking(long others) {
        return new RateWindow(others, length);
    }

    /** Number of the grain that holds an instant. */
    public long grain(Instant now) {
        return Math.floorDiv(now.toEpochMilli(), grainMillis());
    }

    /** Requests and the seconds they are for, as the header {@code RateLimit-Policy} writes it. */
    String policy() {
        return requests + ";w=" + length.toSeconds();
    }

    /** Requests that may still come now. */
    long remaining(Marks marks, Instant now) {
        return Math.max(0, requests - marks.usedAt(current(marks, now)));
    }

    /** How long until a request may come; zero when one may now. */
    Duration untilOneMay(Marks marks, Instant now) {
        return untilUsed(requests - 1, marks, now);
    }

    /** How long until nothing is left in the window. */
    Duration untilEmpty(Marks marks, Instant now) {
        return untilUsed(0, marks, now);
    }

    private Duration untilUsed(long atMost, Marks marks, Instant now) {
        long current = current(marks, now);
        long grain = current;
        while (marks.usedAt(grain) > atMost) {
            grain++;
        }
        return grain == current
                ? Duration.ZERO
                : Duration.between(now, Instant.ofEpochMilli(Math.multiplyExact(grain, grainMillis())));
    }

    /** A replica whose clock is ahead may have counted already in a grain that has not begun here. */
    private long current(Marks marks, Instant now) {
        return Math.max(grain(now), marks.newest());
    }

    private long grainMillis() {
        return Math.ceilDiv(length.toMillis(), MARKS - 1);
    }
}
