package io.postbreeze.publisher.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was tried so far.
 *
 * @param attempt number of the attempt, 0 before the first
 * @param setbacks failures since the last progress; sets the length of the next wait
 * @param polls questions asked since the state was entered; sets the time of the next
 * @param giveUpAt when patience ends, null before the first attempt
 * @param begunAt when TikTok was last told to begin, null while it never was
 * @param tokenRenewed whether the token was renewed in this run; not stored
 */
public record Tries(
        int attempt,
        int setbacks,
        int polls,
        @Nullable Instant giveUpAt,
        @Nullable Instant begunAt,
        boolean tokenRenewed) {
    /** Nothing tried yet. */
    public static final Tries NONE = new Tries(0, 0, 0, null, null, false);

    Tries nextAttempt() {
        return new Tries(attempt + 1, setbacks, polls, giveUpAt, begunAt, tokenRenewed);
    }

    /** Patience runs from the first attempt on, so that an outage past the due time costs none of it. */
    Tries begin(Instant patienceEnds) {
        return new Tries(attempt, setbacks, polls, giveUpAt == null ? patienceEnds : giveUpAt, begunAt, tokenRenewed);
    }

    Tries failed() {
        return new Tries(attempt, setbacks + 1, polls, giveUpAt, begunAt, tokenRenewed);
    }

    Tries progressed() {
        return new Tries(attempt, 0, 0, giveUpAt, begunAt, tokenRenewed);
    }

    Tries polled() {
        return new Tries(attempt, 0, polls + 1, giveUpAt, begunAt, tokenRenewed);
    }

    /** TikTok is told to begin at that time, as far as anyone can know afterwards. */
    Tries begins(Instant at) {
        return new Tries(attempt, setbacks, polls, giveUpAt, at, tokenRenewed);
    }

    Tries renewed() {
        return new Tries(attempt, setbacks, polls, giveUpAt, begunAt, true);
    }
}
