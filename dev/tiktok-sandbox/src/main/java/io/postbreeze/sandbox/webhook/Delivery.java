package io.postbreeze.sandbox.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to the app's callback.
 *
 * @param id names it; also what it is about, so that nothing is announced twice
 * @param event TikTok's word
 * @param openId whose
 * @param content what is told, as JSON within JSON
 * @param createdAt when it happened
 * @param attempts what came of each try, oldest first
 * @param wanted how many more times it must be received, injected repeats included
 * @param nextAttemptAt when it is tried again; null when it is not
 */
record Delivery(
        String id,
        String event,
        String openId,
        String content,
        Instant createdAt,
        List<Attempt> attempts,
        int wanted,
        @Nullable Instant nextAttemptAt) {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);
    private static final int MOST_DOUBLINGS = 12;

    /**
     * One try.
     *
     * @param at when it was made
     * @param status what the callback answered; 0 when it did not
     */
    record Attempt(Instant at, int status) {}

    /** Keeps its own copy. */
    Delivery {
        attempts = List.copyOf(attempts);
    }

    /** The same after a try; only 200 counts as received. */
    Delivery tried(Instant at, int status) {
        int left = status == 200 ? wanted - 1 : wanted;
        return new Delivery(
                id,
                event,
                openId,
                content,
                createdAt,
                Stream.concat(attempts.stream(), Stream.of(new Attempt(at, status)))
                        .toList(),
                left,
                left <= 0 ? null : next(at, status));
    }

    /** A repeat leaves at once, a retry after ever longer waits, until TikTok gives the event up. */
    private @Nullable Instant next(Instant at, int status) {
        if (status == 200) {
            return at;
        }
        long failed =
                attempts.stream().filter(attempt -> attempt.status() != 200).count();
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(MOST_DOUBLINGS, failed));
        Instant next = at.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        return next.isAfter(createdAt.plus(GIVEN_UP_AFTER)) ? null : next;
    }

    boolean isDue(Instant now) {
        return nextAttemptAt != null && !now.isBefore(nextAttemptAt);
    }

    String state() {
        return nextAttemptAt != null ? "PENDING" : wanted <= 0 ? "DELIVERED" : "DROPPED";
    }
}
