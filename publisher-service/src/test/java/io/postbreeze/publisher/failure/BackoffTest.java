package io.postbreeze.publisher.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private final Random random = new Random(7);

    @ParameterizedTest
    @CsvSource({"0, 1, 2", "1, 2, 4", "2, 4, 8", "5, 32, 64", "8, 256, 512", "9, 450, 900", "30, 450, 900"})
    void anOutageIsWaitedOutInDoublingStepsUpToFifteenMinutes(int setbacks, long least, long most) {
        for (int i = 0; i < 200; i++) {
            assertThat(Backoff.OUTAGE.after(setbacks, random))
                    .isBetween(Duration.ofSeconds(least), Duration.ofSeconds(most));
        }
    }

    @Test
    void noWaitForAnythingThatPassesByItselfIsLongerThanFifteenMinutes() {
        IntStream.of(0, 5, 20, 100, 1_000_000)
                .forEach(setbacks -> assertThat(Backoff.PRESSURE.after(setbacks, random))
                        .isLessThanOrEqualTo(Duration.ofMinutes(15)));
    }

    @Test
    void jitterSpreadsWhatFailedTogether() {
        long different = IntStream.range(0, 100)
                .mapToObj(i -> Backoff.OUTAGE.after(6, random))
                .distinct()
                .count();
        assertThat(different).isGreaterThan(90);
    }

    @Test
    void aDayCapIsNotAskedAboutEveryMinute() {
        assertThat(Backoff.DAY_CAP.after(0, random)).isGreaterThanOrEqualTo(Duration.ofMinutes(15));
    }
}
