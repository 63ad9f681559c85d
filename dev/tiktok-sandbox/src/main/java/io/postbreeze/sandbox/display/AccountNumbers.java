package io.postbreeze.sandbox.display;

import io.postbreeze.sandbox.state.Creator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Numbers of an account. They grow a little every day, and by what its videos earn, and are the same for the same
 * account at the same time.
 *
 * @param followers who follows it
 * @param likes hearts of all its videos, those from before the sandbox too
 * @param videos public videos
 */
public record AccountNumbers(long followers, long likes, int videos) {
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final double GROWTH_PER_DAY = 0.002;
    private static final int LIKES_PER_FOLLOWER = 9;

    /** An account at an instant, with the numbers of its public videos. */
    public static AccountNumbers of(Creator creator, List<Numbers> videos, Instant now) {
        double days = Math.max(0, Duration.between(BEGINNING, now).toHours() / 24.0);
        long likes = videos.stream().mapToLong(Numbers::likes).sum();
        return new AccountNumbers(
                (long) (creator.followers() * (1 + GROWTH_PER_DAY * days)),
                creator.followers() * LIKES_PER_FOLLOWER + likes,
                videos.size());
    }
}
