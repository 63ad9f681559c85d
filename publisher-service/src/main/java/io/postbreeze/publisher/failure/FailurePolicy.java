package io.postbreeze.publisher.failure;

import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Decides what follows a failure. The only place that does. */
public final class FailurePolicy {
    /** A refusal whose reason nobody knows is tried this often in all, since each try sends the whole file. */
    static final int TRIES_WITHOUT_A_REASON = 3;

    private static final long WINDOW_JITTER_MILLIS = 30_000;

    /**
     * What follows a failure.
     *
     * @param failure what went wrong
     * @param situation in what circumstances
     * @param now the time
     * @param random source of jitter
     */
    public NextStep decide(Failure failure, Situation situation, Instant now, RandomGenerator random) {
        return switch (treatment(failure, situation)) {
            case GIVE_UP -> new NextStep.GiveUp(problem(failure));
            case RETRY -> retry(failure, situation, now, random);
            case SLOW_DOWN -> slowDown(failure, situation, now, random);
            case WAIT_FOR_CAP -> waitForCap(failure, situation, now, random);
            case START_OVER -> startOver(failure, situation, now, random);
            case LOST_TRACK ->
                situation.mayBeComplete()
                        ? new NextStep.GiveUp(problem(failure))
                        : startOver(failure, situation, now, random);
            case VERIFY -> new NextStep.VerifyAt(now);
            case TOKEN ->
                situation.tokenRenewed() ? reauthorise(failure, situation, now, random) : new NextStep.RenewToken();
            case RECONNECT -> reauthorise(failure, situation, now, random);
        };
    }

    private static Treatment treatment(Failure failure, Situation situation) {
        boolean saysNothing = failure.kind() == FailureKind.OUTCOME_UNKNOWN || failure.kind() == FailureKind.UNREADABLE;
        if (saysNothing && situation.step() == Step.INIT_PHOTO) {
            return Treatment.VERIFY;
        }
        // Words of the transport, such as "internal", mean nothing outside of TikTok's own answers.
        boolean tiktokSaysSo = failure.kind() != FailureKind.OUTCOME_UNKNOWN
                && failure.kind() != FailureKind.SERVICE_UNAVAILABLE
                && failure.kind() != FailureKind.RECONNECT_NEEDED;
        Optional<KnownCode> known = tiktokSaysSo ? KnownCode.find(failure.code()) : Optional.empty();
        return known.map(KnownCode::treatment).orElseGet(() -> byKind(failure.kind(), situation));
    }

    static Treatment byKind(FailureKind kind, Situation situation) {
        return switch (kind) {
            case THROTTLED -> Treatment.SLOW_DOWN;
            case UNAVAILABLE, SERVICE_UNAVAILABLE, OUTCOME_UNKNOWN, UNREADABLE, UNEXPECTED -> Treatment.RETRY;
            case TOKEN_REFUSED -> Treatment.TOKEN;
            case RECONNECT_NEEDED, SCOPE_MISSING -> Treatment.RECONNECT;
            case CAPPED -> Treatment.WAIT_FOR_CAP;
            case REFUSED, UNUSABLE, STUCK, TOO_LATE -> Treatment.GIVE_UP;
            case UPLOAD_GONE -> Treatment.VERIFY;
            case UPLOAD_EXPIRED -> Treatment.START_OVER;
            case PROCESSING_FAILED ->
                situation.attempt() < TRIES_WITHOUT_A_REASON ? Treatment.START_OVER : Treatment.GIVE_UP;
        };
    }

    private static NextStep retry(Failure failure, Situation situation, Instant now, RandomGenerator random) {
        if (isOver(situation, now)) {
            return new NextStep.GiveUp(problem(failure));
        }
        return new NextStep.RetryAt(wait(Backoff.OUTAGE, failure, situation, now, random));
    }

    private static NextStep startOver(Failure failure, Situation situation, Instant now, RandomGenerator random) {
        if (isOver(situation, now)) {
            return new NextStep.GiveUp(problem(failure));
        }
        return new NextStep.StartOverAt(wait(Backoff.OUTAGE, failure, situation, now, random));
    }

    private static NextStep slowDown(Failure failure, Situation situation, Instant now, RandomGenerator random) {
        if (isOver(situation, now)) {
            return new NextStep.GiveUp(problem(failure));
        }
        return new NextStep.SnoozeUntil(
                wait(Backoff.PRESSURE, failure, situation, now, random), "TikTok asked to slow down.");
    }

    private static NextStep waitForCap(Failure failure, Situation situation, Instant now, RandomGenerator random) {
        Problem problem = problem(failure);
        if (isOver(situation, now)) {
            return new NextStep.GiveUp(problem);
        }
        if (failure.retryAfter() == null) {
            return new NextStep.SnoozeUntil(wait(Backoff.DAY_CAP, failure, situation, now, random), problem.message());
        }
        // The moment at which the window moves is known. Should it move for others only, the waits grow.
        Failure known = failure.retriedAfter(failure.retryAfter().plusMillis(random.nextLong(WINDOW_JITTER_MILLIS)));
        return new NextStep.SnoozeUntil(wait(Backoff.PRESSURE, known, situation, now, random), problem.message());
    }

    private static NextStep reauthorise(Failure failure, Situation situation, Instant now, RandomGenerator random) {
        // Unlike an outage this is told to the user at once, so patience holds for asking about a status as well.
        if (!now.isBefore(situation.giveUpAt())) {
            return new NextStep.GiveUp(problem(failure));
        }
        return new NextStep.Reauthorise(wait(Backoff.RECONNECT, failure, situation, now, random));
    }

    /** A file that TikTok may have must not be called failed for want of an answer: it may be posted. */
    private static boolean isOver(Situation situation, Instant now) {
        return !situation.mayBeComplete() && !now.isBefore(situation.giveUpAt());
    }

    /** Never past the end of patience, so that there is one last try at that moment. */
    private static Instant wait(
            Backoff backoff, Failure failure, Situation situation, Instant now, RandomGenerator random) {
        Instant at = now.plus(backoff.after(situation.setbacks(), random));
        if (failure.retryAfter() != null && now.plus(failure.retryAfter()).isAfter(at)) {
            at = now.plus(failure.retryAfter());
        }
        return now.isBefore(situation.giveUpAt()) && at.isAfter(situation.giveUpAt()) ? situation.giveUpAt() : at;
    }

    private static Problem problem(Failure failure) {
        return KnownCode.find(failure.code()).map(KnownCode::problem).orElseGet(() -> Endings.of(failure));
    }
}
