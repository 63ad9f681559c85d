package io.postbreeze.publisher.publication;

import java.time.Duration;
import java.util.List;

/**
 * How long to wait before TikTok is asked again.
 *
 * @param seconds the waits in order; the last one repeats for ever
 */
record Polling(List<Integer> seconds) {
    /** For the verdict: quick at first, once a minute in the end. */
    static final Polling VERDICT = new Polling(List.of(1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 60));

    /** For the public id of a confirmed post: within seconds, then for days. */
    static final Polling PUBLIC_ID = new Polling(List.of(2, 3, 5, 10, 30, 60, 120, 300, 900, 3_600, 10_800, 21_600));

    /** For what a creator makes of a draft: within minutes, then for days. */
    static final Polling INBOX = new Polling(List.of(10, 30, 60, 120, 300, 900, 3_600, 10_800, 21_600));

    /** For traces of a publication whose outcome was lost: within seconds, then for days. */
    static final Polling UNKNOWN = new Polling(List.of(5, 10, 20, 30, 60, 120, 300, 600, 1_800, 3_600, 10_800, 21_600));

    /** The wait after that many questions. */
    Duration after(int polls) {
        return Duration.ofSeconds(seconds.get(Math.min(polls, seconds.size() - 1)));
    }
}
