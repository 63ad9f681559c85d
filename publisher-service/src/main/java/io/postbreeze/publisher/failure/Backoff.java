package io.postbreeze.publisher.failure;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waiting times that double, with jitter in their upper half, so that many publications that failed together do not
 * come back together.
 *
 * @param first longest first wait
 * @param cap longest wait of all
 */
record Backoff(Duration first, Duration cap) {
    /** Longer waits than this would leave a recovered TikTok idle. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    /** For what passes by itself: 1–2 s, 2–4 s, 4–8 s … 15 min. */
    static final Backoff OUTAGE = new Backoff(Duration.ofSeconds(2), LONGEST);

    /** For pressure: starts at a share of TikTok's one-minute window. */
    static final Backoff PRESSURE = new Backoff(Duration.ofSeconds(20), LONGEST);

    /** For 24-hour caps: asking more often only wastes calls. */
    static final Backoff DAY_CAP = new Backoff(Duration.ofMinutes(30), Duration.ofHours(2));

    /** For an account that the user must connect again. */
    static final Backoff RECONNECT = new Backoff(Duration.ofMinutes(1), LONGEST);

    /** The wait after that many setbacks (0 after the first failure): between half of its step and all of it. */
    Duration after(int setbacks, RandomGenerator random) {
        // 2^20 steps are past every cap; the limit keeps the shift from overflowing.
        long step = Math.min(cap.toMillis(), first.toMillis() << Math.min(setbacks, 20));
        return Duration.ofMillis(step / 2 + random.nextLong(step / 2 + 1));
    }
}
