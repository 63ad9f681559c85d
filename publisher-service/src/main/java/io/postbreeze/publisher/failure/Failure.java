package io.postbreeze.publisher.failure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as the policy needs to know it. Carries no secrets and no stack trace.
 *
 * @param kind what it means
 * @param code TikTok's own code, or our word for it; a metric label, so from a closed set
 * @param detail a sentence for the timeline, null when code and kind say it all
 * @param logId TikTok's log id, null when there is none
 * @param retryAfter how long the other side asks to wait, null when it does not say
 */
public record Failure(
        FailureKind kind,
        String code,
        @Nullable String detail,
        @Nullable String logId,
        @Nullable Duration retryAfter) {

    /** A failure without more to say than its code. */
    public static Failure of(FailureKind kind, String code) {
        return new Failure(kind, code, null, null, null);
    }

    /** The same with the time after which it is worth another try. */
    public Failure retriedAfter(Duration wait) {
        return new Failure(kind, code, detail, logId, wait);
    }

    /** The same with a sentence for the timeline. */
    public Failure because(String sentence) {
        return new Failure(kind, code, sentence, logId, retryAfter);
    }
}
