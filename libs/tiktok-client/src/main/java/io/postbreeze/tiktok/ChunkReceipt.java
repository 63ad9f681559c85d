package io.postbreeze.tiktok;

import org.jspecify.annotations.Nullable;

/**
 * TikTok's answer to a chunk that it took.
 *
 * @param progress whether more is expected
 * @param storedBytes how many bytes of the file TikTok says it has; null when its answer does not tell for sure
 */
public record ChunkReceipt(Progress progress, @Nullable Long storedBytes) {

    /** Whether TikTok waits for more chunks. */
    public enum Progress {
        /** The chunk is stored, more are expected (206). */
        STORED_MORE_EXPECTED,
        /** All bytes are stored (201). */
        COMPLETE
    }
}
