package io.postbreeze.sandbox.publish;

import io.postbreeze.sandbox.state.ChunkPlan;
import java.util.Optional;

/**
 * TikTok's rules for cutting a video, in their strictest reading: what passes here passes whether a megabyte is 10^6 or
 * 2^20 bytes.
 */
public final class ChunkRules {
    static final String BAD_SIZE = "The chunk size is invalid";
    static final String BAD_COUNT = "The total chunk count is invalid";
    static final long MIN_CHUNK = 5_242_880;
    static final long MAX_CHUNK = 64_000_000;
    static final long MAX_LAST = 128_000_000;
    /** The one border that is not taken in its smaller reading: 4 GiB is what clients are told to expect. */
    static final long MAX_VIDEO = 4L << 30;

    private static final long MAX_COUNT = 1_000;

    private ChunkRules() {}

    /** TikTok's sentence about what is wrong with a plan, empty when nothing is. */
    public static Optional<String> violation(ChunkPlan plan) {
        return violation(plan.videoSize(), plan.chunkSize(), plan.count());
    }

    private static Optional<String> violation(long videoSize, long chunkSize, long count) {
        if (videoSize <= 0 || videoSize > MAX_VIDEO) {
            return Optional.of("The video size is invalid");
        }
        if (chunkSize <= 0 || count <= 0) {
            return Optional.of(chunkSize <= 0 ? BAD_SIZE : BAD_COUNT);
        }
        return count == 1 ? wholeVideo(videoSize, chunkSize) : severalChunks(videoSize, chunkSize, count);
    }

    private static Optional<String> wholeVideo(long videoSize, long chunkSize) {
        return chunkSize == videoSize && videoSize <= MAX_CHUNK ? Optional.empty() : Optional.of(BAD_SIZE);
    }

    private static Optional<String> severalChunks(long videoSize, long chunkSize, long count) {
        if (chunkSize < MIN_CHUNK || chunkSize > MAX_CHUNK || chunkSize > videoSize) {
            return Optional.of(BAD_SIZE);
        }
        if (count > MAX_COUNT || count != videoSize / chunkSize) {
            return Optional.of(BAD_COUNT);
        }
        long last = videoSize - (count - 1) * chunkSize;
        return last > MAX_LAST ? Optional.of(BAD_SIZE) : Optional.empty();
    }
}
