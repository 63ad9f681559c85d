package io.postbreeze.analytics.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.analytics.numbers.Counts;
import io.postbreeze.analytics.numbers.LatestCounts;
import io.postbreeze.analytics.numbers.Reading;
import io.postbreeze.analytics.numbers.RefreshProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofHours(12));
    private static final Instant PUBLISHED = NOW.minus(Duration.ofDays(5));
    private static final LatestCounts KNOWN = LatestCounts.NONE.with(new Counts(5L, 4L, 3L, 2L), BEFORE);
    private final Outcomes outcomes = new Outcomes(new Cadence(Duration.ofHours(12), List.of()), FixedRandom.LOWEST);

    @Test
    void a_post_that_is_missing_keeps_its_numbers_and_does_not_harm_the_others() {
        DueBatch batch = new DueBatch("lease", "soc_1", List.of(due("71", null), due("72", null)));

        List<Outcome> result = outcomes.ofAnswer(batch, Map.of("71", new Counts(9L, 8L, 7L, null)), NOW);

        assertThat(result.getFirst().latest().views()).isEqualTo(new Reading(9, NOW));
        assertThat(result.getFirst().latest().shares()).isEqualTo(new Reading(2, BEFORE));
        assertThat(result.getFirst().counts()).isEqualTo(new Counts(9L, 8L, 7L, null));
        assertThat(result.getFirst().failures()).isZero();
        assertThat(result.getFirst().nextRefreshAt()).isEqualTo(NOW.plus(Duration.ofHours(12)));
        assertThat(result.getLast().counts()).isNull();
        assertThat(result.getLast().latest()).isEqualTo(KNOWN);
        assertThat(result.getLast().problem()).isEqualTo(RefreshProblem.VIDEO_MISSING);
        assertThat(result.getLast().missingSince()).isEqualTo(NOW);
        assertThat(result.getLast().nextRefreshAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void a_post_stays_missing_since_it_was_first_missed_until_it_is_seen_again() {
        DueBatch batch = new DueBatch("lease", "soc_1", List.of(due("71", BEFORE)));

        assertThat(outcomes.ofAnswer(batch, Map.of(), NOW).getFirst().missingSince())
                .isEqualTo(BEFORE);
        assertThat(outcomes.ofProblem(batch, RefreshProblem.UNAVAILABLE, NOW)
                        .getFirst()
                        .missingSince())
                .isEqualTo(BEFORE);
        assertThat(outcomes.ofAnswer(batch, Map.of("71", new Counts(1L, 1L, 1L, 1L)), NOW)
                        .getFirst()
                        .missingSince())
                .isNull();
    }

    @Test
    void failures_are_counted_but_waiting_for_a_limit_is_not() {
        DueBatch batch = new DueBatch("lease", "soc_1", List.of(due("71", null)));

        assertThat(outcomes.ofProblem(batch, RefreshProblem.UNAVAILABLE, NOW)
                        .getFirst()
                        .failures())
                .isEqualTo(3);
        assertThat(outcomes.ofProblem(batch, RefreshProblem.THROTTLED, NOW)
                        .getFirst()
                        .failures())
                .isEqualTo(2);
    }

    private static DuePost due(String externalPostId, Instant missingSince) {
        return new DuePost(
                "tgt_" + externalPostId, "ws_1", "post_1", externalPostId, PUBLISHED, NOW, 2, missingSince, KNOWN);
    }
}
