package io.postbreeze.sandbox.display;

import io.postbreeze.sandbox.state.Post;
import java.time.Duration;
import java.time.Instant;

/**
 * Numbers of a video that grow plausibly: fast at first, then ever slower, never back, and the same for the same post
 * at the same age.
 *
 * @param views how often it was seen
 * @param likes hearts
 * @param comments words
 * @param shares passings on
 */
public record Numbers(long views, long likes, long comments, long shares) {

    private static final Numbers NONE = new Numbers(0, 0, 0, 0);

    /** A post's numbers at an instant; none before it is out. */
    public static Numbers of(Post post, Instant now) {
        Instant publishedAt = post.course().postedAt();
        if (publishedAt == null) {
            return NONE;
        }
        double hours = Math.max(0, Duration.between(publishedAt, now).toMillis() / 3_600_000.0);
        long seed = Math.floorMod(post.postId() / 2, 1_000L);
        double reach = 500 + seed * 40.0;
        long views = 1 + (long) (reach * (1 - Math.exp(-hours / 18)) + reach / 50 * Math.log1p(hours * 60));
        return new Numbers(views, views * (60 + seed % 40) / 1_000, views * (3 + seed % 5) / 1_000, views / 180);
    }
}
