package io.postbreeze.sandbox.inspection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a file by their place, read through one small window: a file of gigabytes costs no more memory than one
 * of kilobytes. Numbers are big-endian unless told otherwise. Whatever lies outside the file is {@link Malformed}.
 */
final class FileBytes {
    /** Two hours at 60 frames with their sound are some 800,000 elements. */
    private static final int MOST_STEPS = 2_000_000;

    private static final int WINDOW = 4096;

    private final FileChannel channel;
    private final long size;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private long windowStart;
    private int steps;

    FileBytes(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    long size() {
        return size;
    }

    /** Counts one box, element or table entry, so that a file made to be endless ends here. */
    void step() throws Malformed {
        if (++steps > MOST_STEPS) {
            throw new Malformed("More parts than a video has");
        }
    }

    int u8(long at) throws IOException {
        long offset = at - windowStart;
        if (offset < 0 || offset >= window.limit()) {
            fill(at);
            offset = 0;
        }
        return window.get((int) offset) & 0xff;
    }

    int u16(long at) throws IOException {
        return (u8(at) << 8) | u8(at + 1);
    }

    long u32(long at) throws IOException {
        return ((long) u16(at) << 16) | u16(at + 2);
    }

    /** Eight bytes, which may be negative: no size or time of a real file is. */
    long i64(long at) throws IOException {
        return (u32(at) << 32) | u32(at + 4);
    }

    /** One to eight bytes of an unsigned number. */
    long unsigned(long at, long length) throws IOException {
        if (length > 8) {
            throw new Malformed("A number of " + length + " bytes");
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = (value << 8) | u8(at + i);
        }
        return value;
    }

    /** One to eight bytes of an unsigned number, the least first. */
    long littleEndian(long at, int length) throws IOException {
        long value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = (value << 8) | u8(at + i);
        }
        return value;
    }

    /** A short text of one byte a letter; of a long one its beginning. */
    String text(long at, long length) throws IOException {
        byte[] bytes = new byte[(int) Math.min(length, 64)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) u8(at + i);
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private void fill(long at) throws IOException {
        if (at < 0 || at >= size) {
            throw new Malformed("Points outside the file");
        }
        window.clear();
        int count = channel.read(window, at);
        window.flip();
        windowStart = at;
        if (count <= 0) {
            window.limit(0);
            throw new Malformed("Ends before its end");
        }
    }
}
