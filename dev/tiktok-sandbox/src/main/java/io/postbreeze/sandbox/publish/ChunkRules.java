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
    private static final Reading STRICT = new Reading(5_242_880, 64_000_000, 128_000_000);
    private static final Reading LENIENT = new Reading(5_000_000, 67_108_864, 134_217_728);
    /** The one border that is not taken in its smaller reading: 4 GiB is what clients are told to expect. */
    static final long MAX_VIDEO = 4L << 30;

    private static final long MAX_COUNT = 1_000;

    private ChunkRules() {}

    /**
     * What a megabyte is taken for.
     *
     * @param minChunk bytes of the smallest chunk
     * @param maxChunk bytes of the largest chunk but the last
     * @param maxLast bytes of the largest last chunk
     */
    private record Reading(long minChunk, long maxChunk, long maxLast) {}

    /** TikTok's sentence about what is wrong with a plan, empty when nothing is. */
    public static Optional<String> violation(ChunkPlan plan) {
        return violation(plan.videoSize(), plan.chunkSize(), plan.count(), STRICT);
    }

    /** The same for who takes either meaning of a megabyte. */
    static Optional<String> lenientViolation(ChunkPlan plan) {
        return violation(plan.videoSize(), plan.chunkSize(), plan.count(), LENIENT);
    }

    private static Optional<String> violation(long videoSize, long chunkSize, long count, Reading reading) {
        if (videoSize <= 0 || videoSize > MAX_VIDEO) {
            return Optional.of("The video size is invalid");
        }
        if (chunkSize <= 0 || count <= 0) {
            return Optional.of(chunkSize <= 0 ? BAD_SIZE : BAD_COUNT);
        }
        return count == 1
                ? wholeVideo(videoSize, chunkSize, reading)
                : severalChunks(videoSize, chunkSize, count, reading);
    }

    private static Optional<String> wholeVideo(long videoSize, long chunkSize, Reading reading) {
        return chunkSize == videoSize && videoSize <= reading.maxChunk() ? Optional.empty() : Optional.of(BAD_SIZE);
    }

    private static Optional<String> severalChunks(long videoSize, long chunkSize, long count, Reading reading) {
        if (chunkSize < reading.minChunk() || chunkSize > reading.maxChunk() || chunkSize > videoSize) {
            return Optional.of(BAD_SIZE);
        }
        if (count > MAX_COUNT || count != videoSize / chunkSize) {
            return Optional.of(BAD_COUNT);
        }
        long last = videoSize - (count - 1) * chunkSize;
        return last > reading.maxLast() ? Optional.of(BAD_SIZE) : Optional.empty();
    }
}
