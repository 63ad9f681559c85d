package io.postbreeze.sandbox.inspection;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** TikTok's limits for a video that has arrived. */
public final class VideoRules {
    /** H.264, H.265, VP8 and VP9, as MP4 and WebM name them. */
    private static final Set<String> CODECS = Set.of("avc1", "avc3", "hvc1", "hev1", "vp08", "vp09", "V_VP8", "V_VP9");

    private static final int MOST_SECONDS = 600;
    private static final double LEAST_FRAMES = 23;
    private static final double MOST_FRAMES = 60;
    private static final int SHORTEST_SIDE = 360;
    private static final int LONGEST_SIDE = 4096;

    private VideoRules() {}

    /**
     * The first broken rule as TikTok's {@code fail_reason}, or null when there is none.
     *
     * @param maxSeconds what the creator may post; TikTok's own maximum of ten minutes holds as well
     */
    public static @Nullable String failReason(Finding finding, int maxSeconds) {
        if (!finding.readable() || !CODECS.contains(finding.codec())) {
            return "file_format_check_failed";
        }
        if (finding.durationMs() > Math.min(MOST_SECONDS, maxSeconds) * 1000L) {
            return "duration_check_failed";
        }
        if (!(finding.framesPerSecond() >= LEAST_FRAMES && finding.framesPerSecond() <= MOST_FRAMES)) {
            return "frame_rate_check_failed";
        }
        return fits(finding.width()) && fits(finding.height()) ? null : "picture_size_check_failed";
    }

    private static boolean fits(int side) {
        return side >= SHORTEST_SIDE && side <= LONGEST_SIDE;
    }
}
