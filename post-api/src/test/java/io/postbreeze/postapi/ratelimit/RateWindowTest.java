package io.postbreeze.postapi.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RateWindowTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00.250Z");
    private static final RateWindow MINUTE = new RateWindow(60, Duration.ofMinutes(1));
    private static final RateLimits USUAL = new RateLimits(MINUTE, new RateWindow(1_000, Duration.ofMinutes(15)));

    /** All of them in the current grain. */
    private static Marks justGranted(long count, RateWindow window) {
        return new Marks(count, window.grain(NOW), Collections.nCopies(RateWindow.MARKS, 0L));
    }

    /** One in each of the last grains. */
    private static Marks onePerGrain(RateWindow window) {
        List<Long> before =
                LongStream.range(100, 100 + RateWindow.MARKS).boxed().toList();
        return new Marks(100 + RateWindow.MARKS, window.grain(NOW), before);
    }

    @Test
    void whatWasSentAtOnceIsFreeAgainAllAtOnceAMinuteLaterAndNoSooner() {
        Marks full = justGranted(60, MINUTE);

        assertThat(MINUTE.remaining(full, NOW)).isZero();
        assertThat(MINUTE.remaining(full, NOW.plusSeconds(60))).isZero();
        assertThat(MINUTE.remaining(full, NOW.plusMillis(60_750))).isEqualTo(60);
        assertThat(MINUTE.untilOneMay(full, NOW)).isEqualTo(Duration.ofMillis(60_750));
        assertThat(MINUTE.untilEmpty(full, NOW)).isEqualTo(Duration.ofMillis(60_750));
    }

    @Test
    void whatWasSentEvenlyIsFreedEvenly() {
        Marks even = onePerGrain(MINUTE);
        RateWindow narrow = MINUTE.taking(61);

        assertThat(narrow.remaining(even, NOW)).isZero();
        assertThat(narrow.untilOneMay(even, NOW)).isEqualTo(Duration.ofMillis(750));
        assertThat(narrow.remaining(even, NOW.plusSeconds(10))).isEqualTo(10);
        assertThat(narrow.untilEmpty(even, NOW)).isEqualTo(Duration.ofMillis(60_750));
    }

    @Test
    void aWindowWithRoomAsksNobodyToWait() {
        assertThat(MINUTE.untilOneMay(justGranted(59, MINUTE), NOW)).isZero();
        assertThat(MINUTE.untilEmpty(new Marks(7, 0, List.of()), NOW)).isZero();
    }

    @Test
    void aReplicaWhoseClockIsBehindDoesNotFreeWhatAnotherCounted() {
        Marks full = justGranted(60, MINUTE);

        assertThat(MINUTE.remaining(full, NOW.minusSeconds(5))).isZero();
        assertThat(MINUTE.untilOneMay(full, NOW.minusSeconds(5))).isEqualTo(Duration.ofMillis(65_750));
    }

    @Test
    void theTighterLimitIsTold() {
        RateLimits.Standing fresh =
                USUAL.standing(true, justGranted(1, USUAL.burst()), justGranted(1, USUAL.sustained()), NOW);
        RateLimits.Standing late =
                USUAL.standing(true, justGranted(1, USUAL.burst()), justGranted(990, USUAL.sustained()), NOW);

        assertThat(fresh.limit()).isEqualTo(60);
        assertThat(fresh.remaining()).isEqualTo(59);
        assertThat(late.limit()).isEqualTo(1_000);
        assertThat(late.remaining()).isEqualTo(10);
        assertThat(late.retryAfter()).isZero();
        assertThat(USUAL.policy()).isEqualTo("60;w=60, 1000;w=900");
        assertThat(USUAL.with(5, null).policy()).isEqualTo("5;w=60, 1000;w=900");
    }

    @Test
    void whoIsRefusedWaitsForBothLimitsAndAtLeastASecond() {
        RateLimits.Standing both =
                USUAL.standing(false, justGranted(60, USUAL.burst()), justGranted(1_000, USUAL.sustained()), NOW);
        RateLimits.Standing freedMeanwhile =
                USUAL.standing(false, justGranted(3, USUAL.burst()), justGranted(3, USUAL.sustained()), NOW);

        assertThat(both.retryAfter()).isGreaterThan(Duration.ofMinutes(15));
        assertThat(freedMeanwhile.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(freedMeanwhile.remaining()).isZero();
    }

    @Test
    void grainsAreSixtiethsHoweverShortTheWindow() {
        RateWindow second = new RateWindow(5, Duration.ofSeconds(1));

        assertThat(second.grain(Instant.ofEpochMilli(999)) - second.grain(Instant.EPOCH))
                .isBetween(50L, RateWindow.MARKS - 1L);
    }

    @Test
    void whatIsNoLimitIsRefused() {
        assertThatThrownBy(() -> new RateWindow(0, Duration.ofMinutes(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RateWindow(1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
