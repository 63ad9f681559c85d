package io.postbreeze.sandbox.display;

import java.time.Duration;
import java.time.Instant;

/**
 * People's time: an hour in the evening counts for more than one at night, one at the weekend for more than one on a
 * Tuesday. It always goes on, so whatever grows with it never goes back.
 */
final class Rhythm {
    private static final double DAY_SWING = 0.6;
    private static final double WEEK_SWING = 0.15;
    private static final double DAY = 24;
    private static final double WEEK = 168;
    /** Most is going on at 19:00 UTC. */
    private static final double BUSIEST_HOUR = 19;
    /** And on Saturdays; the epoch was a Thursday, so Saturday's noon lies 60 hours after it. */
    private static final double BUSIEST_HOUR_OF_WEEK = 60;

    private Rhythm() {}

    /** Hours between two instants as people feel them; 0 when the second comes first. */
    static double hours(Instant from, Instant until) {
        if (!from.isBefore(until)) {
            return 0;
        }
        double plain = Duration.between(from, until).toMillis() / 3_600_000.0;
        double start = from.toEpochMilli() / 3_600_000.0;
        double end = start + plain;
        return plain
                + DAY_SWING * (wave(end, DAY, BUSIEST_HOUR) - wave(start, DAY, BUSIEST_HOUR))
                + WEEK_SWING * (wave(end, WEEK, BUSIEST_HOUR_OF_WEEK) - wave(start, WEEK, BUSIEST_HOUR_OF_WEEK));
    }

    /** How busy an hour of the day is, 1 on average. */
    static double weight(int hourOfDay) {
        return 1 + DAY_SWING * Math.cos(2 * Math.PI * (hourOfDay + 0.5 - BUSIEST_HOUR) / DAY);
    }

    /** The integral of a cosine that peaks at an hour of a period. */
    private static double wave(double hour, double period, double peak) {
        double turn = 2 * Math.PI / period;
        return Math.sin(turn * (hour - peak)) / turn;
    }
}
