package io.postbreeze.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ManualClockTest {
    @Test
    void stands_still_until_moved_in_every_zone() {
        ManualClock clock = ManualClock.at("2026-11-23T09:00:00Z");
        Clock kathmandu = clock.withZone(ZoneId.of("Asia/Kathmandu"));
        assertThat(kathmandu.instant()).isEqualTo(Instant.parse("2026-11-23T09:00:00Z"));
        clock.advance(Duration.ofMinutes(5));
        assertThat(kathmandu.instant()).isEqualTo(Instant.parse("2026-11-23T09:05:00Z"));
        clock.set(Instant.EPOCH);
        assertThat(clock.millis()).isZero();
    }
}
