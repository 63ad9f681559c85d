package io.postbreeze.media.inspection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a video is.
 *
 * @param container the file format around the pictures
 * @param videoCodec {@code h264}, {@code h265}, {@code vp8}, {@code vp9}, {@code av1}, or the file's own short name
 * @param duration playing time, to the millisecond
 * @param width pixels as stored, before rotation
 * @param height pixels as stored, before rotation
 * @param rotation clockwise degrees a player turns the picture by: 0, 90, 180 or 270
 * @param frameRate mean pictures per second, null when the file does not tell
 * @param faststart whether a player can begin before it has the whole file
 * @param audioCodec {@code aac}, {@code opus}, … or the file's own short name; null without sound
 */
public record VideoFacts(
        Container container,
        String videoCodec,
        Duration duration,
        int width,
        int height,
        int rotation,
        @Nullable Double frameRate,
        boolean faststart,
        @Nullable String audioCodec)
        implements MediaFacts {
    @Override
    public String contentType() {
        return container.contentType();
    }
}
