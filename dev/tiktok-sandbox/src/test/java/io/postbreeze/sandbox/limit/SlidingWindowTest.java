package io.postbreeze.sandbox.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {
    private static final Instant START = Instant.parse("2026-12-01T00:00:30Z");

    private final SlidingWindow window = new SlidingWindow();

    @Test
    void theSeventhCallWithinAMinuteIsOneTooMany() {
        for (int i = 0; i < 6; i++) {
            assertThat(window.take("a", 6, START.plusSeconds(i))).isTrue();
        }

        assertThat(window.take("a", 6, START.plusSeconds(59))).isFalse();
        assertThat(window.take("b", 6, START.plusSeconds(59))).isTrue();
    }

    @Test
    void theWindowSlidesCallByCallAndNotByTheMinute() {
        for (int i = 0; i < 6; i++) {
            window.take("a", 6, START.plusSeconds(i));
        }

        assertThat(window.take("a", 6, START.plusSeconds(60))).isTrue();
        assertThat(window.take("a", 6, START.plusSeconds(60))).isFalse();
        assertThat(window.take("a", 6, START.plusSeconds(61))).isTrue();
    }
}
