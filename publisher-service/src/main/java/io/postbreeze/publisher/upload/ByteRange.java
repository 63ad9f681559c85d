package io.postbreeze.publisher.upload;

/**
 * A run of bytes in a file, both ends inclusive as in {@code Content-Range}.
 *
 * @param first offset of the first byte, from 0
 * @param last offset of the last byte, not before {@code first}
 */
public record ByteRange(long first, long last) {
    /** Refuses a range without bytes. */
    public ByteRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("No bytes from " + first + " to " + last);
        }
    }

    /** Number of bytes, at least 1. */
    public long length() {
        return last - first + 1;
    }

    /** Offset of the byte after the range: what TikTok has stored once it has the range. */
    public long end() {
        return last + 1;
    }
}
