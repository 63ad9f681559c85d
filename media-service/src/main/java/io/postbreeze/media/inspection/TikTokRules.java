package io.postbreeze.media.inspection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The limits for media on TikTok as one table. "MB" is read generously, as 2^20 bytes: nobody is refused over the
 * reading of a unit.
 */
public final class TikTokRules {
    /** Largest video in bytes: 500 MB, tighter than TikTok's own 4 GB. */
    public static final long MOST_VIDEO_BYTES = 500L << 20;
    /** Largest photo in bytes: 20 MB. */
    public static final long MOST_PHOTO_BYTES = 20L << 20;
    /** Shortest video. */
    public static final Duration SHORTEST = Duration.ofSeconds(3);
    /** Longest video that can be sent; the creator's own limit may be lower. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    private static final double SLOWEST = 23;
    private static final double FASTEST = 60;
    private static final int SMALLEST_SIDE = 360;
    private static final int LARGEST_SIDE = 4096;
    private static final Set<Container> CONTAINERS = Set.of(Container.MP4, Container.MOV, Container.WEBM);
    private static final Set<String> CODECS = Set.of("h264", "h265", "vp8", "vp9");

    private TikTokRules() {}

    /**
     * Names every limit that a file breaks, none if it may be posted.
     *
     * @param facts what the file is
     * @param sizeBytes its size
     */
    public static List<RuleViolation> check(MediaFacts facts, long sizeBytes) {
        return switch (facts) {
            case VideoFacts video -> checkVideo(video, sizeBytes);
            case PhotoFacts photo -> checkPhoto(photo, sizeBytes);
        };
    }

    private static List<RuleViolation> checkVideo(VideoFacts video, long sizeBytes) {
        Findings found = new Findings();
        found.unless(sizeBytes <= MOST_VIDEO_BYTES, "TT_MEDIA_TOO_LARGE", () -> tooLarge("video", sizeBytes, "500 MB"));
        found.unless(
                isPostable(video),
                "TT_MEDIA_FORMAT_UNSUPPORTED",
                () -> "The video is "
                        + video.videoCodec() + " in " + video.container().shortName()
                        + "; TikTok takes H.264, H.265, VP8 or VP9 in MP4, MOV or WebM.");
        found.unless(
                video.duration().compareTo(SHORTEST) >= 0 && video.duration().compareTo(LONGEST) <= 0,
                "TT_DURATION_OUT_OF_RANGE",
                () -> "The video is " + seconds(video.duration()) + " s long; TikTok takes 3 to 600 s.");
        Double rate = video.frameRate();
        found.unless(
                rate == null || (rate >= SLOWEST && rate <= FASTEST),
                "TT_FRAME_RATE_OUT_OF_RANGE",
                () -> String.format(
                        Locale.ROOT, "The video has %.3f pictures per second; TikTok takes 23 to 60.", rate));
        found.unless(
                inRange(video.width()) && inRange(video.height()),
                "TT_PICTURE_SIZE_OUT_OF_RANGE",
                () -> "The video is " + video.width() + " × " + video.height()
                        + " pixels; TikTok takes 360 to 4096 on each side.");
        return found.all();
    }

    private static List<RuleViolation> checkPhoto(PhotoFacts photo, long sizeBytes) {
        Findings found = new Findings();
        found.unless(sizeBytes <= MOST_PHOTO_BYTES, "TT_MEDIA_TOO_LARGE", () -> tooLarge("photo", sizeBytes, "20 MB"));
        found.unless(
                photo.format() != PhotoFormat.GIF && !photo.animated(),
                "TT_MEDIA_FORMAT_UNSUPPORTED",
                () -> photo.format() == PhotoFormat.GIF
                        ? "The photo is a GIF; use JPEG, PNG or WebP."
                        : "The photo moves, and TikTok shows still photos only; use a still one, or a video.");
        long pixels = (long) photo.width() * photo.height();
        found.unless(
                pixels <= photo.format().mostPixels(),
                "TT_PICTURE_SIZE_OUT_OF_RANGE",
                () -> "The photo is " + photo.width() + " × " + photo.height() + " pixels; of this format at most "
                        + photo.format().mostPixels() / 1_000_000 + " million pixels can be made into a post.");
        return found.all();
    }

    private static boolean isPostable(VideoFacts video) {
        return CONTAINERS.contains(video.container()) && CODECS.contains(video.videoCodec());
    }

    private static boolean inRange(int side) {
        return side >= SMALLEST_SIDE && side <= LARGEST_SIDE;
    }

    private static String tooLarge(String kind, long sizeBytes, String most) {
        return String.format(
                Locale.ROOT,
                "The %s has %.1f MB; at most %s can be posted.",
                kind,
                sizeBytes / (double) (1 << 20),
                most);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
    }

    private static final class Findings {
        private final List<RuleViolation> all = new ArrayList<>();

        void unless(boolean holds, String code, Supplier<String> message) {
            if (!holds) {
                all.add(new RuleViolation(code, message.get()));
            }
        }

        List<RuleViolation> all() {
            return List.copyOf(all);
        }
    }
}
