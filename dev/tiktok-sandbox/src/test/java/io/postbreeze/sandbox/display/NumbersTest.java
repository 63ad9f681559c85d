package io.postbreeze.sandbox.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    private static final Instant OUT = Instant.parse("2026-12-01T12:00:00Z");

    private final RandomGenerator random = new Random(7);

    @Test
    void noNumberEverGoesBack() {
        for (int i = 0; i < 300; i++) {
            long id = random.nextLong(Long.MAX_VALUE);
            Instant now = OUT;
            Numbers before = Numbers.of(id, OUT, now);
            for (int step = 0; step < 60; step++) {
                now = now.plusSeconds(random.nextLong(1, 200_000));
                Numbers after = Numbers.of(id, OUT, now);
                Numbers grown = after.since(before);
                assertThat(List.of(
                                grown.views(),
                                grown.likes(),
                                grown.comments(),
                                grown.shares(),
                                grown.favorites(),
                                grown.reach()))
                        .allMatch(number -> number >= 0);
                before = after;
            }
        }
    }

    @Test
    void nobodyLikesMoreThanWasSeen() {
        for (int i = 0; i < 5_000; i++) {
            Numbers numbers = someNumbers(random.nextLong(Long.MAX_VALUE));

            assertThat(numbers.likes() + numbers.comments() + numbers.shares() + numbers.favorites())
                    .isLessThanOrEqualTo(numbers.views());
            assertThat(numbers.reach()).isBetween(numbers.likes(), numbers.views());
        }
    }

    @Test
    void thereIsNothingBeforeItIsOutAndTheSameEveryTime() {
        assertThat(Numbers.of(5, OUT, OUT.minusSeconds(1))).isEqualTo(Numbers.NONE);
        assertThat(Numbers.of(5, OUT, OUT)).isEqualTo(Numbers.NONE);
        assertThat(Numbers.of(5, OUT, OUT.plusSeconds(90_000))).isEqualTo(Numbers.of(5, OUT, OUT.plusSeconds(90_000)));
        assertThat(Numbers.of(5, OUT, OUT.plusSeconds(90_000)))
                .isNotEqualTo(Numbers.of(6, OUT, OUT.plusSeconds(90_000)));
    }

    @Test
    void mostComesInTheFirstDaysAndHardlyAnythingAfterTwoMonths() {
        for (int i = 0; i < 200; i++) {
            long id = random.nextLong(Long.MAX_VALUE);
            long end = views(id, 365);

            assertThat(views(id, 4)).isGreaterThan(end / 2);
            assertThat(views(id, 60)).isCloseTo(views(id, 67), within(1L));
            assertThat(end).isBetween(390L, 15_000L);
        }
    }

    @ParameterizedTest
    @CsvSource({"3", "12000", "59999", "180000", "600000"})
    void watchingFitsTheViewsAndTheLength(long durationMs) {
        for (int i = 0; i < 500; i++) {
            long id = random.nextLong(Long.MAX_VALUE);
            Numbers numbers = someNumbers(id);
            Watching watching = Watching.of(id, durationMs, numbers);

            assertThat(watching.averageSeconds()).isBetween(0.0, durationMs / 1_000.0 + 0.001);
            assertThat(watching.totalSeconds()).isCloseTo(watching.averageSeconds() * numbers.views(), within(0.001));
            assertThat(watching.fullRate()).isBetween(0.0, 1.0);
            assertThat(watching.retention().getFirst()).isEqualTo(1.0);
            assertThat(watching.retention()).isSortedAccordingTo((left, right) -> Double.compare(right, left));
            assertThat(watching.newFollowers()).isLessThanOrEqualTo(numbers.reach());
            assertThat(sum(watching.sources().values())).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void photosAreLookedAtButHaveNoSeconds() {
        Watching watching = Watching.of(9, 0, someNumbers(9));

        assertThat(watching.retention()).isEmpty();
        assertThat(watching.averageSeconds()).isBetween(0.5, 6.0);
    }

    @Test
    void everyDivisionOfAnAudienceSumsToOne() {
        for (int i = 0; i < 2_000; i++) {
            Audience audience = Audience.of(random.nextLong());

            assertThat(List.of(audience.ages(), audience.genders(), audience.countries(), audience.cities()))
                    .allSatisfy(parts -> {
                        assertThat(sum(parts.values())).isCloseTo(1, within(1e-9));
                        assertThat(parts.values()).allMatch(part -> part >= 0);
                    });
            assertThat(audience.countries()).hasSizeLessThanOrEqualTo(10);
            assertThat(audience.newcomers()).isBetween(0.0, 1.0);
            assertThat(audience.followers()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void peoplesTimeAlwaysGoesOnAndKeepsUpWithTheClock() {
        for (int i = 0; i < 2_000; i++) {
            Instant from = OUT.plusSeconds(random.nextLong(10_000_000));
            Instant until = from.plusSeconds(random.nextLong(1, 100_000));
            double felt = Rhythm.hours(from, until);
            double hours = Duration.between(from, until).toSeconds() / 3_600.0;

            assertThat(felt).isPositive();
            assertThat(felt).isCloseTo(hours, within(14.0));
        }
        Instant night = Instant.parse("2026-12-02T06:00:00Z");
        Instant evening = Instant.parse("2026-12-02T18:00:00Z");
        assertThat(Rhythm.hours(evening, evening.plusSeconds(3_600)))
                .isGreaterThan(2 * Rhythm.hours(night, night.plusSeconds(3_600)));
    }

    private Numbers someNumbers(long id) {
        return Numbers.of(id, OUT, OUT.plusSeconds(random.nextLong(10_000_000)));
    }

    private static long views(long id, int days) {
        return Numbers.of(id, OUT, OUT.plus(Duration.ofDays(days))).views();
    }

    private static double sum(Iterable<Double> parts) {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum;
    }
}
