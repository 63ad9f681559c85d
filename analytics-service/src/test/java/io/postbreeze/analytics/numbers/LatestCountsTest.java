package io.postbreeze.analytics.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LatestCountsTest {
    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void a_missing_number_never_overwrites_one_that_is_known() {
        LatestCounts latest = LatestCounts.NONE
                .with(new Counts(100L, 10L, 1L, null), NINE)
                .with(new Counts(null, 12L, null, 5L), TEN);

        assertThat(latest)
                .isEqualTo(new LatestCounts(
                        new Reading(100, NINE), new Reading(12, TEN), new Reading(1, NINE), new Reading(5, TEN)));
    }

    @Test
    void a_zero_is_a_number_and_a_number_may_go_down() {
        LatestCounts latest =
                LatestCounts.NONE.with(new Counts(100L, 10L, 1L, 1L), NINE).with(new Counts(90L, 0L, 1L, 1L), TEN);

        assertThat(latest.views()).isEqualTo(new Reading(90, TEN));
        assertThat(latest.likes()).isEqualTo(new Reading(0, TEN));
    }

    @Test
    void an_older_answer_that_comes_late_changes_nothing_newer() {
        LatestCounts latest = LatestCounts.NONE
                .with(new Counts(100L, null, null, null), TEN)
                .with(new Counts(80L, 8L, null, null), NINE);

        assertThat(latest).isEqualTo(new LatestCounts(new Reading(100, TEN), new Reading(8, NINE), null, null));
    }

    @Test
    void numbers_are_as_old_as_the_oldest_of_them() {
        LatestCounts latest =
                LatestCounts.NONE.with(new Counts(1L, 1L, 1L, 1L), NINE).with(new Counts(2L, 2L, 2L, null), TEN);

        assertThat(latest.asOf()).isEqualTo(NINE);
        assertThat(LatestCounts.NONE.asOf()).isNull();
    }
}
