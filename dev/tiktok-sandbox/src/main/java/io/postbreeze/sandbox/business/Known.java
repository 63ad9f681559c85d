package io.postbreeze.sandbox.business;

import io.postbreeze.sandbox.display.Entry;
import io.postbreeze.sandbox.display.Numbers;
import io.postbreeze.sandbox.display.Watching;
import io.postbreeze.sandbox.state.Settings.Emptiness;
import java.time.Duration;
import java.time.Instant;

/**
 * What the Business API knows of a post: a day or two late, and nothing new after a year.
 *
 * @param entry the post
 * @param numbers its totals
 * @param watching how it is watched
 * @param isQuiet whether the numbers that go silent have done so
 * @param isEmpty whether there are no insights at all
 */
record Known(Entry entry, Numbers numbers, Watching watching, boolean isQuiet, boolean isEmpty) {
    private static final Duration FREEZE = Duration.ofDays(365);
    private static final Duration WEEK = Duration.ofDays(7);

    static Known of(Entry entry, Instant now, Emptiness emptiness) {
        Instant known = Figures.knownUntil(now);
        Instant posted = entry.posted();
        Numbers numbers = until(entry, known);
        boolean isOut = posted.isBefore(known);
        boolean isOld = !posted.plus(WEEK).isAfter(known);
        boolean stoodStill = isOld && until(entry, known.minus(WEEK)).views() == numbers.views();
        boolean isYoung = now.isBefore(posted.plus(WEEK));
        return new Known(
                entry,
                numbers,
                Watching.of(entry.id(), duration(entry), numbers),
                emptiness == Emptiness.A && stoodStill,
                !isOut || (emptiness == Emptiness.B && isYoung));
    }

    private static Numbers until(Entry entry, Instant known) {
        Instant last = entry.posted().plus(FREEZE);
        return entry.numbers(known.isAfter(last) ? last : known);
    }

    private static long duration(Entry entry) {
        return entry.post().media().getFirst().durationMs();
    }

    long durationMs() {
        return duration(entry);
    }
}
