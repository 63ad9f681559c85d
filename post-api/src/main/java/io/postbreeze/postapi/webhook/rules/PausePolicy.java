package io.postbreeze.postapi.webhook.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an endpoint counts as dead.
 *
 * @param failures this many in a row
 * @param during over at least this long; a short outage under load is not death
 */
public record PausePolicy(int failures, Duration during) {
    private static final int GONE = 410;

    /**
     * Whether to pause after a failure, and why.
     *
     * @param responseStatus what the endpoint answered, null without an answer
     * @param failuresInRow including this one
     * @param failingSince the first of them
     * @param now when this one happened
     */
    public Optional<String> reason(
            @Nullable Integer responseStatus, int failuresInRow, Instant failingSince, Instant now) {
        if (responseStatus != null && responseStatus == GONE) {
            return Optional.of("The endpoint answered 410 Gone.");
        }
        boolean dead = failuresInRow >= failures && !now.isBefore(failingSince.plus(during));
        return dead
                ? Optional.of("The endpoint failed " + failuresInRow + " times in a row since " + failingSince + ".")
                : Optional.empty();
    }
}
