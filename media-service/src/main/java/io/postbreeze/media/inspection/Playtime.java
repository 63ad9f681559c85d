package io.postbreeze.media.inspection;

import java.time.Duration;

/** Lengths as files state them: ticks of a clock of their own. */
final class Playtime {
    private static final long MOST_SECONDS = Duration.ofDays(30).toSeconds();

    private Playtime() {}

    /** Ticks at so many per second, rounded to milliseconds. */
    static Duration of(long ticks, long perSecond) {
        if (perSecond <= 0) {
            throw UnreadableMedia.damaged("it states no time scale");
        }
        if (ticks < 0 || ticks / perSecond > MOST_SECONDS) {
            throw UnreadableMedia.damaged("it states an impossible length");
        }
        long rest = ticks % perSecond;
        return Duration.ofSeconds(ticks / perSecond).plusMillis(Math.round(rest * 1000.0 / perSecond));
    }

    /** Nanoseconds as a floating number from a file. */
    static Duration ofNanos(double nanos) {
        if (!(nanos >= 0 && nanos / 1e9 <= MOST_SECONDS)) {
            throw UnreadableMedia.damaged("it states an impossible length");
        }
        return Duration.ofMillis(Math.round(nanos / 1e6));
    }
}
