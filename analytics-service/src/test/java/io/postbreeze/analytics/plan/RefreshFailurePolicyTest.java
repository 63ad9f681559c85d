package io.postbreeze.analytics.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.analytics.numbers.RefreshProblem;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefreshFailurePolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @ParameterizedTest(name = "{0}, failure {1}, post aged {2}: after {3} to {4}")
    @CsvSource({
        "THROTTLED,        1,    P1D,     PT1M,  PT2M",
        "THROTTLED,        50,   P1D,     PT1M,  PT2M",
        "UNAVAILABLE,      1,    P1D,     PT30S, PT36S",
        "UNAVAILABLE,      2,    P1D,     PT1M,  PT1M12S",
        "UNAVAILABLE,      7,    P1D,     PT32M, PT38M24S",
        "UNAVAILABLE,      8,    P1D,     PT1H,  PT1H12M",
        "UNAVAILABLE,      1000, P1D,     PT1H,  PT1H12M",
        "RECONNECT_NEEDED, 1,    P1D,     PT1H,  PT1H12M",
        "SCOPE_MISSING,    9,    P1D,     PT1H,  PT1H12M",
        "VIDEO_MISSING,    1,    PT0S,    PT5M,  PT6M",
        "VIDEO_MISSING,    1,    PT1H,    PT1H,  PT1H12M",
        "VIDEO_MISSING,    1,    PT47H,   PT1H,  PT1H12M",
        "VIDEO_MISSING,    1,    P2D,     P1D,   PT28H48M",
        "REFUSED,          1,    PT0S,    P1D,   PT28H48M",
    })
    void each_problem_has_its_wait(
            RefreshProblem problem, int failures, Duration age, Duration shortest, Duration longest) {
        assertThat(RefreshFailurePolicy.retryAt(problem, failures, NOW.minus(age), NOW, FixedRandom.LOWEST))
                .isEqualTo(NOW.plus(shortest));
        assertThat(RefreshFailurePolicy.retryAt(problem, failures, NOW.minus(age), NOW, FixedRandom.HIGHEST))
                .isEqualTo(NOW.plus(longest));
    }

    @ParameterizedTest
    @EnumSource(RefreshProblem.class)
    void only_waiting_for_a_limit_is_no_failure(RefreshProblem problem) {
        assertThat(RefreshFailurePolicy.counts(problem)).isEqualTo(problem != RefreshProblem.THROTTLED);
    }
}
