package io.postbreeze.postapi.webhook.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PausePolicyTest {
    private static final Instant SINCE = Instant.parse("2026-06-02T12:00:00Z");

    private final PausePolicy policy = new PausePolicy(10, Duration.ofHours(24));

    @ParameterizedTest
    @CsvSource({
        "410, 1, 0, true",
        "500, 1, 0, false",
        "500, 9, 100, false",
        "500, 10, 23, false",
        "500, 10, 24, true",
        "404, 5000, 1, false",
        ", 10, 24, true",
        ", 3, 72, false",
    })
    void onlyTheDeadArePaused(Integer status, int failures, int hours, boolean paused) {
        assertThat(policy.reason(status, failures, SINCE, SINCE.plus(Duration.ofHours(hours)))
                        .isPresent())
                .isEqualTo(paused);
    }
}
