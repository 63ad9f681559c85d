package io.postbreeze.postapi.webhook.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a delivery that failed is tried again: after waits that triple, with jitter in their upper half, so that what
 * failed together does not come back together.
 *
 * @param first longest first wait
 * @param longest longest wait of all
 */
public record RetrySchedule(Duration first, Duration longest) {
    private static final int FACTOR = 3;

    /**
     * The next try.
     *
     * @param attempts tries made, at least one
     * @param now when the last one failed
     * @param giveUpAt no try begins after this
     * @return empty when there is no time left for another one
     */
    public Optional<Instant> next(int attempts, Instant now, Instant giveUpAt, RandomGenerator random) {
        long step = step(attempts);
        Instant next = now.plusMillis(step / 2 + random.nextLong(step / 2 + 1));
        return Optional.of(next).filter(at -> !at.isAfter(giveUpAt));
    }

    private long step(int attempts) {
        long step = first.toMillis();
        for (int tried = 1; tried < attempts && step < longest.toMillis(); tried++) {
            step *= FACTOR;
        }
        return Math.min(step, longest.toMillis());
    }
}
