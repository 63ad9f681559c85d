package io.postbreeze.tiktok;

/**
 * The bytes of one chunk within its file, as HTTP counts them.
 *
 * @param first index of the first byte, from 0
 * @param last index of the last byte, inclusive
 * @param total size of the whole file, in bytes
 */
public record ChunkRange(long first, long last, long total) {

    public ChunkRange {
        if (first < 0 || last < first || last >= total) {
            throw new IllegalArgumentException("not a range: " + first + "-" + last + "/" + total);
        }
    }

    /** Number of bytes in the chunk. */
    public long length() {
        return last - first + 1;
    }

    /** Whether the chunk is the whole file. */
    public boolean isWholeFile() {
        return length() == total;
    }

    /** Whether no chunk follows. */
    public boolean isLast() {
        return last == total - 1;
    }
}
