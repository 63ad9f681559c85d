package io.postbreeze.media.video;

import io.postbreeze.media.inspection.RuleViolation;
import io.postbreeze.media.inspection.TikTokRules;
import io.postbreeze.media.inspection.VideoFacts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to change about a video, and nothing else: pictures keep their size and their rate when those are in range.
 *
 * @param sides size of the picture
 * @param frame size with black bars around it, where the ratio does not fit the limits
 * @param rate pictures per second, null to keep the video's own
 */
record Mending(Sides sides, Sides frame, @Nullable Integer rate) {
    private static final Set<String> MENDABLE =
            Set.of("TT_MEDIA_FORMAT_UNSUPPORTED", "TT_FRAME_RATE_OUT_OF_RANGE", "TT_PICTURE_SIZE_OUT_OF_RANGE");
    private static final Set<String> DECODED = Set.of("h264", "h265", "vp8", "vp9", "av1", "mpeg4", "prores");

    private static final int SMALLEST = 360;
    private static final int LARGEST = 4096;
    private static final int FASTEST = 60;
    private static final int SLOWEST = 23;
    private static final int USUAL = 30;

    private static final long MOST_BITS = 16_000_000;
    private static final long SOUND_BITS = 200_000;
    /** What is left of the limit for the file when its container and the encoder's liberties are taken off. */
    private static final double SHARE = 0.85;

    /** Whether a copy would break none of the limits that the video breaks. */
    static boolean helps(VideoFacts video, List<RuleViolation> violations) {
        return !violations.isEmpty()
                && violations.stream().allMatch(violation -> MENDABLE.contains(violation.code()))
                && DECODED.contains(video.videoCodec())
                && (long) video.width() * video.height() <= FfmpegCommand.MOST_PIXELS;
    }

    static Mending of(VideoFacts video) {
        Sides shown = Sides.shown(video);
        double smaller = Math.min(shown.width(), shown.height());
        double larger = Math.max(shown.width(), shown.height());
        double factor = Math.min(Math.max(1, SMALLEST / smaller), LARGEST / larger);
        Sides sides = new Sides(Sides.even(shown.width() * factor), Sides.even(shown.height() * factor));
        Sides frame = new Sides(Math.max(SMALLEST, sides.width()), Math.max(SMALLEST, sides.height()));
        return new Mending(sides, frame, rate(video.frameRate()));
    }

    private static @Nullable Integer rate(@Nullable Double rate) {
        if (rate == null || rate > FASTEST) {
            return FASTEST;
        }
        return rate < SLOWEST ? USUAL : null;
    }

    /** As ffmpeg writes them. */
    String filters() {
        String size = String.format(Locale.ROOT, "scale=%d:%d", sides.width(), sides.height());
        String bars = sides.equals(frame)
                ? ""
                : String.format(Locale.ROOT, ",pad=%d:%d:-1:-1", frame.width(), frame.height());
        return (rate == null ? "" : "fps=" + rate + ",") + size + bars;
    }

    /** So many that the whole stays below what TikTok and we take. */
    static long mostBitsPerSecond(Duration length) {
        double seconds = Math.max(1, length.toMillis() / 1000.0);
        long fitting = (long) (TikTokRules.MOST_VIDEO_BYTES * 8 * SHARE / seconds) - SOUND_BITS;
        return Math.min(MOST_BITS, fitting);
    }
}
