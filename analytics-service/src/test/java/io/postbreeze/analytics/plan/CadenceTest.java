package io.postbreeze.analytics.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {
    private static final Instant PUBLISHED = Instant.parse("2026-11-23T09:00:00Z");
    private static final List<Duration> EARLY = List.of(Duration.ofHours(1), Duration.ofHours(3), Duration.ofHours(6));
    private static final Cadence CADENCE = new Cadence(Duration.ofHours(12), EARLY);

    @ParameterizedTest(name = "read at age {0}: next between age {1} and age {2}")
    @CsvSource({
        "PT0S,    PT1H,         PT1H2M",
        "PT49M,   PT1H,         PT1H2M",
        "PT55M,   PT3H,         PT3H2M",
        "PT1H1M,  PT3H,         PT3H2M",
        "PT3H,    PT6H,         PT6H2M",
        "PT6H1M,  PT16H49M,     PT18H1M",
        "P2D,     P2DT10H48M,   P2DT12H",
        "P400D,   P400DT10H48M, P400DT12H",
        "-PT30M,  PT1H,         PT1H2M",
        "-P1D,    -PT13H12M,    -PT12H",
    })
    void a_post_is_read_at_its_early_ages_and_then_steadily(Duration age, Duration earliest, Duration latest) {
        Instant now = PUBLISHED.plus(age);

        Instant first = CADENCE.next(PUBLISHED, now, FixedRandom.LOWEST);
        Instant second = CADENCE.next(PUBLISHED, now, FixedRandom.HIGHEST);

        assertThat(List.of(first, second)).containsExactlyInAnyOrder(PUBLISHED.plus(earliest), PUBLISHED.plus(latest));
    }

    @Test
    void no_next_reading_is_now_or_further_away_than_the_interval() {
        Random random = new Random(7);
        for (int minutes = -600; minutes < 6000; minutes++) {
            Instant now = PUBLISHED.plus(Duration.ofMinutes(minutes));
            assertThat(CADENCE.next(PUBLISHED, now, random))
                    .isBetween(now.plus(Duration.ofMinutes(10)), now.plus(Duration.ofHours(12)));
        }
    }

    @Test
    void posts_of_one_moment_are_not_read_in_one_moment() {
        Random random = new Random(7);
        Instant now = PUBLISHED.plus(Duration.ofDays(3));
        long different = random.longs(200)
                .mapToObj(seed -> CADENCE.next(PUBLISHED, now, new Random(seed)))
                .distinct()
                .count();

        assertThat(different).isGreaterThan(190);
    }

    @Test
    void an_interval_that_would_never_pass_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Cadence(Duration.ZERO, EARLY));
    }
}
