package io.postbreeze.media.asset;

import io.postbreeze.media.inspection.Container;
import io.postbreeze.media.video.Repair;
import org.jspecify.annotations.Nullable;

/**
 * Facts about a file as they appear in answers, all null before the inspection or when they do not apply.
 *
 * @param container {@code mp4}, {@code mov}, {@code webm}, {@code matroska}, {@code jpeg}, {@code png}, {@code webp},
 *     {@code gif}
 * @param videoCodec {@code h264}, {@code h265}, {@code vp8}, {@code vp9}, {@code av1}, or another's short name
 * @param audioCodec {@code aac}, {@code opus}, or another's short name
 * @param durationMs playing time in milliseconds
 * @param width pixels as stored
 * @param height pixels as stored
 * @param rotation clockwise degrees a player turns the picture by
 * @param frameRate mean pictures per second
 * @param faststart whether a player can begin before it has the whole video
 * @param orientation how the camera of a photo was held: EXIF's number, 1 to 8
 * @param animated whether a photo moves
 */
public record FactsView(
        @Nullable String container,
        @Nullable String videoCodec,
        @Nullable String audioCodec,
        @Nullable Long durationMs,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer rotation,
        @Nullable Double frameRate,
        @Nullable Boolean faststart,
        @Nullable Integer orientation,
        @Nullable Boolean animated) {
    static final FactsView NONE = new FactsView(null, null, null, null, null, null, null, null, null, null, null);

    static FactsView of(MediaAsset asset) {
        return asset.found().map(FactsView::of).orElse(NONE);
    }

    static FactsView of(Repair.Done repaired) {
        return new FactsView(
                Container.MP4.shortName(),
                "h264",
                repaired.audioCodec(),
                repaired.duration().toMillis(),
                repaired.width(),
                repaired.height(),
                0,
                rounded(repaired.frameRate()),
                true,
                null,
                null);
    }

    private static @Nullable Double rounded(@Nullable Double rate) {
        return rate == null ? null : Math.round(rate * 1000) / 1000.0;
    }

    private static FactsView of(Findings found) {
        return new FactsView(
                found.container,
                found.videoCodec,
                found.audioCodec,
                found.durationMs,
                found.width,
                found.height,
                found.rotation,
                rounded(found.frameRate),
                found.faststart,
                found.orientation,
                found.animated);
    }
}
