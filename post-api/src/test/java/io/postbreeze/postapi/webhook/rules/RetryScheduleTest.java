package io.postbreeze.postapi.webhook.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {
    private static final Instant START = Instant.parse("2026-06-02T12:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(3));

    private final RetrySchedule schedule = new RetrySchedule(Duration.ofSeconds(10), Duration.ofHours(6));

    @ParameterizedTest
    @CsvSource({
        "1, 10",
        "2, 30",
        "3, 90",
        "4, 270",
        "5, 810",
        "6, 2430",
        "7, 7290",
        "8, 21600",
        "9, 21600",
        "1000, 21600"
    })
    void waitsTripleUpToTheLongestAndJitterTakesAtMostHalf(int attempts, long seconds) {
        RandomGenerator random = new Random(1);
        for (int i = 0; i < 200; i++) {
            Instant next = schedule.next(attempts, START, END, random).orElseThrow();

            assertThat(Duration.between(START, next))
                    .isBetween(Duration.ofSeconds(seconds).dividedBy(2), Duration.ofSeconds(seconds));
        }
    }

    @Test
    void aReceiverThatNeverAnswersIsTriedForThreeDaysAndThenNoMore() {
        List<Instant> tries = new ArrayList<>(List.of(START));
        RandomGenerator random = new Random(2);
        var next = schedule.next(1, START, END, random);
        while (next.isPresent()) {
            tries.add(next.get());
            next = schedule.next(tries.size(), next.get(), END, random);
        }

        assertThat(tries).isSorted().hasSizeBetween(18, 32);
        assertThat(tries.getLast()).isBetween(END.minus(Duration.ofHours(6)), END);
    }
}
