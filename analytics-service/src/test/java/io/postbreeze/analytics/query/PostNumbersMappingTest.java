package io.postbreeze.analytics.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.analytics.numbers.Counts;
import io.postbreeze.analytics.numbers.LatestCounts;
import io.postbreeze.analytics.numbers.RefreshProblem;
import io.postbreeze.analytics.tracking.TrackedPost;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostNumbersMappingTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Duration STALE_AFTER = Duration.ofHours(13);
    private static final String BUSINESS = "needs a TikTok Business connection";

    @Test
    void a_number_that_is_missing_is_null_and_named_and_never_zero() {
        PostNumbers shown = map(tracked("71", NOW, new Counts(0L, 3L, null, 1L), null));

        var target = shown.targets().getFirst();
        assertThat(target.metrics()).isEqualTo(new PostNumbers.Metrics(0L, 3L, null, 1L, null, null));
        assertThat(target.unavailable())
                .hasSize(3)
                .containsEntry("comments", "TikTok did not give this number")
                .containsEntry("watchTimeSeconds", BUSINESS)
                .containsEntry("avgViewDurationSeconds", BUSINESS);
        assertThat(shown.asOf()).isEqualTo(NOW);
        assertThat(shown.stale()).isFalse();
    }

    @Test
    void the_reason_tells_what_is_being_waited_for() {
        assertThat(reasonForViews(tracked(null, null, null, null))).isEqualTo("TikTok has not told the post's id yet");
        assertThat(reasonForViews(tracked("71", null, null, null))).isEqualTo("not read from TikTok yet");
        assertThat(reasonForViews(tracked("71", null, null, RefreshProblem.RECONNECT_NEEDED)))
                .isEqualTo("the account must be connected again");
    }

    @Test
    void without_any_number_nothing_is_stale() {
        PostNumbers shown = map(tracked(null, null, null, null));

        assertThat(shown.asOf()).isNull();
        assertThat(shown.stale()).isFalse();
    }

    @Test
    void numbers_are_stale_only_when_older_than_allowed() {
        Instant oldest = NOW.minus(STALE_AFTER);

        assertThat(map(tracked("71", oldest, new Counts(1L, 1L, 1L, 1L), null)).stale())
                .isFalse();
        assertThat(map(tracked("71", oldest.minusMillis(1), new Counts(1L, 1L, 1L, 1L), null))
                        .stale())
                .isTrue();
    }

    @Test
    void a_post_is_as_old_as_its_oldest_target() {
        Instant old = NOW.minus(Duration.ofDays(3));
        PostNumbers shown = map(
                tracked("71", NOW, new Counts(1L, 1L, 1L, 1L), null),
                tracked("72", old, new Counts(2L, 2L, 2L, 2L), RefreshProblem.VIDEO_MISSING));

        assertThat(shown.asOf()).isEqualTo(old);
        assertThat(shown.stale()).isTrue();
        assertThat(shown.targets().getFirst().stale()).isFalse();
        assertThat(shown.targets().getLast().metrics().views()).isEqualTo(2);
    }

    private static String reasonForViews(TrackedPost post) {
        return map(post).targets().getFirst().unavailable().get("views");
    }

    private static PostNumbers map(TrackedPost... posts) {
        return PostNumbersMapping.of("post_1", List.of(posts), NOW, STALE_AFTER);
    }

    private static TrackedPost tracked(String externalId, Instant readAt, Counts counts, RefreshProblem problem) {
        LatestCounts latest = counts == null ? LatestCounts.NONE : LatestCounts.NONE.with(counts, readAt);
        return new TrackedPost(
                "ws_1", "soc_1", "post_1", "tgt_" + externalId, externalId, readAt, latest, problem, null);
    }
}
