package io.postbreeze.publisher.upload;

/**
 * The equal split of a file into chunks of 5 to 10 MiB. A file that fits into one chunk goes as one. Otherwise all
 * chunks have the same size but for the last, which is larger by less than {@code chunkCount} bytes: TikTok derives the
 * count by rounding {@code totalBytes / chunkBytes} down, and the last chunk takes the rest.
 *
 * @param totalBytes size of the file, at least 1
 * @param chunkBytes size of every chunk but the last
 * @param chunkCount number of chunks, at least 1
 */
public record ChunkPlan(long totalBytes, long chunkBytes, int chunkCount) {
    /** Most bytes in a chunk: 10 MiB. */
    public static final long LARGEST_CHUNK = 10_485_760;

    /** A little less than the largest, so that the rest still fits into the last chunk. */
    private static final long SPLIT = LARGEST_CHUNK - 1_024;

    /** Refuses what cannot be a plan. */
    public ChunkPlan {
        if (totalBytes < 1 || chunkBytes < 1 || chunkCount < 1 || totalBytes / chunkBytes != chunkCount) {
            throw new IllegalArgumentException(
                    "Not a plan: " + chunkCount + " chunks of " + chunkBytes + " bytes for " + totalBytes);
        }
    }

    /** The plan for a file of that many bytes, at least 1 and at most 4 GiB. */
    public static ChunkPlan forFile(long totalBytes) {
        if (totalBytes <= LARGEST_CHUNK) {
            return new ChunkPlan(totalBytes, totalBytes, 1);
        }
        int count = Math.toIntExact((totalBytes + SPLIT - 1) / SPLIT);
        return new ChunkPlan(totalBytes, totalBytes / count, count);
    }

    /** Whether that many stored bytes are the whole file. */
    public boolean isComplete(long storedBytes) {
        return storedBytes >= totalBytes;
    }

    /**
     * What to send when TikTok has stored that many bytes: from there to the end of the chunk that holds the offset.
     *
     * @throws IllegalArgumentException when nothing is left to send
     */
    public ByteRange next(long storedBytes) {
        if (storedBytes < 0 || isComplete(storedBytes)) {
            throw new IllegalArgumentException("Nothing to send at " + storedBytes + " of " + totalBytes);
        }
        long index = Math.min(storedBytes / chunkBytes, chunkCount - 1L);
        return new ByteRange(storedBytes, index == chunkCount - 1L ? totalBytes - 1 : (index + 1) * chunkBytes - 1);
    }

    /** Whether the chunk at this offset is the last: once it was sent, the file may be complete. */
    public boolean isLastFrom(long storedBytes) {
        return storedBytes >= (chunkCount - 1L) * chunkBytes;
    }

    /**
     * Reads a number by which TikTok reports progress. Its documents leave open whether that is a count or the index of
     * the last byte; next to a chunk's border only one reading makes sense.
     */
    public long storedBytes(long reported) {
        long offset = Math.clamp(reported, 0, totalBytes);
        return isBorder(offset + 1) && !isBorder(offset) ? offset + 1 : offset;
    }

    private boolean isBorder(long offset) {
        return offset == totalBytes || (offset % chunkBytes == 0 && offset / chunkBytes < chunkCount);
    }
}
