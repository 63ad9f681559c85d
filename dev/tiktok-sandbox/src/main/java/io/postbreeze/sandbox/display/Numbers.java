package io.postbreeze.sandbox.display;

import io.postbreeze.sandbox.state.Post;
import java.time.Instant;

/**
 * Numbers of a post that grow plausibly: slowly while nobody knows it, then fast, then ever slower until hardly anyone
 * comes by. They never go back and are the same for the same post at the same time.
 *
 * @param views how often it was seen
 * @param likes hearts
 * @param comments words
 * @param shares passings on
 * @param favorites times it was kept
 * @param reach how many different people saw it
 */
public record Numbers(long views, long likes, long comments, long shares, long favorites, long reach) {
    /** Of what nobody saw. */
    public static final Numbers NONE = new Numbers(0, 0, 0, 0, 0, 0);

    /** A post's numbers at an instant; none before it is out, or when only its creator sees it. */
    public static Numbers of(Post post, Instant now) {
        return post.postIds().isEmpty() ? NONE : of(post, post.postId(), now);
    }

    /**
     * The same of one of the posts that an inbox item became.
     *
     * @param postId which of them
     */
    public static Numbers of(Post post, long postId, Instant now) {
        Instant out = post.course().publicAt() == null
                ? post.course().postedAt()
                : post.course().publicAt();
        if (out == null || post.info().privacyLevel().equals("SELF_ONLY")) {
            return NONE;
        }
        Instant gone = post.course().removedAt();
        return of(postId, out, gone != null && gone.isBefore(now) ? gone : now);
    }

    /** Numbers by nothing but an id and how long it has been out. */
    static Numbers of(long id, Instant out, Instant now) {
        if (!now.isAfter(out)) {
            return NONE;
        }
        double hours = Rhythm.hours(out, now);
        // Most videos are seen by few, few by many.
        double inTheEnd = 400 * Math.exp(3.6 * Dice.of(id, "views"));
        // The first to look is the creator.
        long views = 1 + (long) (inTheEnd * spread(hours, Dice.between(id, "pace", 10, 26)));
        return new Numbers(
                views,
                part(views, id, "likes", 0.04, 0.11),
                part(views, id, "comments", 0.003, 0.009),
                part(views, id, "shares", 0.002, 0.008),
                part(views, id, "favorites", 0.004, 0.015),
                part(views, id, "reach", 0.78, 0.93));
    }

    /** Two together. */
    Numbers plus(Numbers other) {
        return new Numbers(
                views + other.views,
                likes + other.likes,
                comments + other.comments,
                shares + other.shares,
                favorites + other.favorites,
                reach + other.reach);
    }

    /** What came since an earlier instant. */
    public Numbers since(Numbers earlier) {
        return new Numbers(
                views - earlier.views,
                likes - earlier.likes,
                comments - earlier.comments,
                shares - earlier.shares,
                favorites - earlier.favorites,
                reach - earlier.reach);
    }

    /** How much of all views have come: an S of some hours, and a long tail. */
    private static double spread(double hours, double pace) {
        double wave = 1 - Math.exp(-Math.pow(hours / pace, 1.3));
        double tail = 1 - Math.exp(-hours / 150);
        return 0.75 * wave + 0.25 * tail;
    }

    private static long part(long views, long id, String purpose, double least, double most) {
        return (long) (views * Dice.between(id, purpose, least, most));
    }
}
