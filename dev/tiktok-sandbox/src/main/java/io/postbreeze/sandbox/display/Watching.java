package io.postbreeze.sandbox.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a post is watched. The average is what is left of the total when it is divided by the views, so the two always
 * fit; nobody on average watches longer than a video lasts.
 *
 * @param totalSeconds all watching together
 * @param averageSeconds of one view
 * @param fullRate the part of views that saw the end
 * @param retention the part that still watches at each second, from 1 at the start downwards; empty for photos
 * @param sources where views came from, by TikTok's names; sums to 1
 * @param newFollowers who followed because of it
 * @param profileViews visits to the profile because of it
 */
public record Watching(
        double totalSeconds,
        double averageSeconds,
        double fullRate,
        List<Double> retention,
        Map<String, Double> sources,
        long newFollowers,
        long profileViews) {
    private static final int MOST_SECONDS = 600;
    private static final double PHOTO_SECONDS = 6;
    private static final List<Map.Entry<String, Double>> SOURCES = List.of(
            Map.entry("For You", 0.72),
            Map.entry("Follow", 0.1),
            Map.entry("Personal Profile", 0.08),
            Map.entry("Search", 0.05),
            Map.entry("Sound", 0.02),
            Map.entry("Direct Message", 0.01),
            Map.entry("Others/Hashtag", 0.02));

    /**
     * How a post with such numbers is watched.
     *
     * @param id whose
     * @param durationMs its length; 0 for photos, which are looked at for a few seconds
     */
    public static Watching of(long id, long durationMs, Numbers numbers) {
        double length = durationMs > 0 ? durationMs / 1_000.0 : PHOTO_SECONDS;
        // Longer videos lose more of their viewers: the half-life grows with the length, but not as fast.
        double patience = Dice.between(id, "patience", 0.35, 0.9) * Math.pow(length, 0.8) + 1;
        double average = thousandths(patience * (1 - Math.exp(-length / patience)));
        return new Watching(
                thousandths(average * numbers.views()),
                numbers.views() == 0 ? 0 : average,
                numbers.views() == 0 ? 0 : tenThousandths(Math.exp(-length / patience)),
                durationMs > 0 ? retention(length, patience) : List.of(),
                Parts.of(id, SOURCES),
                (long) (numbers.reach() * Dice.between(id, "followers", 0.002, 0.009)),
                (long) (numbers.reach() * Dice.between(id, "profile", 0.01, 0.04)));
    }

    private static List<Double> retention(double length, double patience) {
        List<Double> left = new ArrayList<>();
        for (int second = 0; second <= Math.min(length, MOST_SECONDS); second++) {
            left.add(tenThousandths(Math.exp(-second / patience)));
        }
        return left;
    }

    private static double thousandths(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    private static double tenThousandths(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
