package io.postbreeze.media.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class SweepDecisionTest {
    private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");
    private static final LibraryConfig CONFIG = new Config();

    @ParameterizedTest
    @EnumSource(AssetStatus.class)
    void whatAPostUsesStaysHoweverOldItIs(AssetStatus status) {
        MediaAsset asset = asset(status);
        Instant late = BEGIN.plus(Duration.ofDays(1_000));

        assertThat(decide(asset, true, late))
                .isEqualTo(new SweepDecision.Keep(late.plus(SweepDecision.USED_FOR_NOW), true));
        asset.deletedAt = BEGIN;
        assertThat(decide(asset, true, late)).isInstanceOf(SweepDecision.Keep.class);
    }

    @Test
    void anUploadThatNobodyFinishesIsDestroyedWhenItsTimeIsOver() {
        MediaAsset asset = asset(AssetStatus.PENDING);
        Instant end = BEGIN.plus(CONFIG.unfinishedAfter());

        assertThat(decide(asset, false, end.minusMillis(1))).isEqualTo(new SweepDecision.Keep(end, false));
        assertThat(decide(asset, false, end)).isEqualTo(new SweepDecision.Destroy());
    }

    @ParameterizedTest
    @EnumSource(
            value = AssetStatus.class,
            mode = Mode.EXCLUDE,
            names = {"PENDING", "PROCESSING"})
    void aFileThatNobodyUsesIsTakenAwayFirstAndDestroyedAfterTheGrace(AssetStatus status) {
        MediaAsset asset = asset(status);
        Instant end = BEGIN.plus(CONFIG.unreferencedAfter());

        assertThat(decide(asset, false, end.minusMillis(1))).isEqualTo(new SweepDecision.Keep(end, false));
        Instant gone = end.plus(CONFIG.deletionGrace());
        assertThat(decide(asset, false, end)).isEqualTo(new SweepDecision.TakeAway(gone));

        asset.deletedAt = end;
        assertThat(decide(asset, false, gone.minusMillis(1))).isEqualTo(new SweepDecision.Keep(gone, false));
        assertThat(decide(asset, false, gone)).isEqualTo(new SweepDecision.Destroy());
    }

    @Test
    void theTimeOfAFileBeginsWhenAPostUsedItLast() {
        MediaAsset asset = asset(AssetStatus.READY);
        asset.usedAt = BEGIN.plus(Duration.ofDays(100));
        Instant end = asset.usedAt.plus(CONFIG.unreferencedAfter());

        assertThat(decide(asset, false, end.minusMillis(1))).isEqualTo(new SweepDecision.Keep(end, false));
        assertThat(decide(asset, false, end)).isInstanceOf(SweepDecision.TakeAway.class);
    }

    @Test
    void aFetchEndsByItself() {
        assertThat(decide(asset(AssetStatus.PROCESSING), false, BEGIN.plus(Duration.ofDays(99))))
                .isInstanceOf(SweepDecision.Keep.class);
    }

    private static SweepDecision decide(MediaAsset asset, boolean used, Instant now) {
        return SweepDecision.of(asset, used, now, CONFIG);
    }

    private static MediaAsset asset(AssetStatus status) {
        MediaAsset asset = new MediaAsset();
        asset.status = status;
        asset.createdAt = BEGIN;
        asset.updatedAt = BEGIN;
        return asset;
    }

    private static final class Config implements LibraryConfig {
        @Override
        public MemorySize quota() {
            return new MemorySize(BigInteger.TEN);
        }

        @Override
        public Duration unfinishedAfter() {
            return Duration.ofHours(24);
        }

        @Override
        public Duration unreferencedAfter() {
            return Duration.ofDays(30);
        }

        @Override
        public Duration deletionGrace() {
            return Duration.ofHours(1);
        }

        @Override
        public String sweepEvery() {
            return "off";
        }
    }
}
