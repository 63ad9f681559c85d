package io.postbreeze.sandbox.display;

import io.postbreeze.sandbox.state.Creator;
import java.time.Instant;
import java.util.List;

/**
 * What an account has come to by an instant. It grows a little all the time, and by what its posts earn; a day's
 * numbers are those of its end less those of its beginning.
 *
 * @param posts the numbers of all its public posts together
 * @param likes hearts of all its posts, those from before the sandbox too
 * @param gained everyone who followed it since the sandbox's beginning
 * @param lost everyone who left since
 * @param followers who follows it
 * @param profileViews visits to its profile since the sandbox's beginning
 */
public record AccountNumbers(Numbers posts, long likes, long gained, long lost, long followers, long profileViews) {
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final double GROWTH_PER_HOUR = 0.002 / 24;
    private static final double LOSS_PER_HOUR = 0.0006 / 24;
    private static final double VISITS_PER_HOUR = 0.01 / 24;
    private static final double ACTIVE_PART = 0.04;
    private static final int LIKES_PER_FOLLOWER = 9;

    /** An account with its public posts at an instant. */
    public static AccountNumbers of(Creator creator, List<Entry> entries, Instant now) {
        double hours = Rhythm.hours(BEGINNING, now);
        Numbers all = Numbers.NONE;
        long newFollowers = 0;
        long visits = 0;
        for (Entry entry : entries) {
            Numbers numbers = entry.numbers(now);
            Watching watching = Watching.of(entry.id(), 0, numbers);
            all = all.plus(numbers);
            newFollowers += watching.newFollowers();
            visits += watching.profileViews();
        }
        long grown = (long) (creator.followers() * GROWTH_PER_HOUR * hours) + newFollowers;
        long lost = (long) (creator.followers() * LOSS_PER_HOUR * hours);
        return new AccountNumbers(
                all,
                creator.followers() * LIKES_PER_FOLLOWER + all.likes(),
                grown + lost,
                lost,
                creator.followers() + grown,
                (long) (creator.followers() * VISITS_PER_HOUR * hours) + visits);
    }

    /** How many followers are there in an hour of the day. */
    public long activeAt(int hourOfDay) {
        return (long) (followers * ACTIVE_PART * Rhythm.weight(hourOfDay));
    }
}
