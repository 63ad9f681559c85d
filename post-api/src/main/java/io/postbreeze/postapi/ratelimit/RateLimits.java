package io.postbreeze.postapi.ratelimit;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The two limits of a key.
 *
 * @param burst the short window
 * @param sustained the long one
 */
public record RateLimits(RateWindow burst, RateWindow sustained) {
    /** The same windows with a key's own numbers, where it has some. */
    public RateLimits with(@Nullable Integer burstRequests, @Nullable Integer sustainedRequests) {
        return new RateLimits(
                burstRequests == null ? burst : burst.taking(burstRequests),
                sustainedRequests == null ? sustained : sustained.taking(sustainedRequests));
    }

    /** Tells how a key stands after a request was counted, or refused. */
    public Standing standing(boolean granted, Marks inBurst, Marks inSustained, Instant now) {
        Standing tightest = Stream.of(standing(burst, inBurst, now), standing(sustained, inSustained, now))
                .min(Comparator.comparingLong(Standing::remaining)
                        .thenComparing(
                                Comparator.comparing(Standing::untilEmpty).reversed()))
                .orElseThrow();
        return granted ? tightest : tightest.refused(retryAfter(inBurst, inSustained, now));
    }

    /** Every limit, as the header {@code RateLimit-Policy} writes it. */
    public String policy() {
        return burst.policy() + ", " + sustained.policy();
    }

    private Duration retryAfter(Marks inBurst, Marks inSustained, Instant now) {
        Duration one = burst.untilOneMay(inBurst, now);
        Duration other = sustained.untilOneMay(inSustained, now);
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Standing standing(RateWindow window, Marks marks, Instant now) {
        return new Standing(
                window.requests(), window.remaining(marks, now), window.untilEmpty(marks, now), Duration.ZERO);
    }

    /**
     * How a key stands with the tighter of its limits.
     *
     * @param limit requests the window takes
     * @param remaining requests that are left
     * @param untilEmpty until the whole window is free again
     * @param retryAfter zero for a granted request, else when to send the next
     */
    public record Standing(long limit, long remaining, Duration untilEmpty, Duration retryAfter) {
        // What refused may have been freed meanwhile: a second later is late enough.
        private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

        private Standing refused(Duration until) {
            return new Standing(limit, 0, untilEmpty, until.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : until);
        }
    }
}
