package io.postbreeze.media.inspection;

import java.nio.charset.StandardCharsets;

/**
 * The only way in which parsers see a file: big-endian numbers at offsets, through one small window, within limits on
 * bytes, reads and parts. A parser over it cannot read outside the file, use much memory, or go on for ever.
 */
final class ProbeBuffer {
    static final long MOST_BYTES = 3_000_000;
    static final int MOST_READS = 2_048;
    static final int MOST_PARTS = 20_000;
    private static final int USUAL_WINDOW = 4_096;

    private final RangeReader file;
    private final long size;
    private int windowSize = USUAL_WINDOW;
    private byte[] window = {};
    private long windowStart;
    private long bytesRead;
    private int reads;
    private int parts;

    ProbeBuffer(RangeReader file) {
        this.file = file;
        this.size = file.size();
    }

    long size() {
        return size;
    }

    /** Bytes asked for so far. */
    long bytesRead() {
        return bytesRead;
    }

    /** From now on reads at least this many bytes at once: less where parts are small and far apart. */
    void windowSize(int bytes) {
        windowSize = bytes;
    }

    /** Counts one box, element or segment. */
    void countPart() {
        parts++;
        if (parts > MOST_PARTS) {
            throw UnreadableMedia.tooComplex("it has too many parts");
        }
    }

    int u8(long at) {
        return window[load(at, 1)] & 0xff;
    }

    int u16(long at) {
        return (int) number(at, 2);
    }

    int i32(long at) {
        return (int) number(at, 4);
    }

    long u32(long at) {
        return number(at, 4);
    }

    /** Eight bytes; a negative result stands for a value no file reaches. */
    long u64(long at) {
        return number(at, 8);
    }

    /** An unsigned number of 0 to 8 bytes. */
    long number(long at, int length) {
        if (length == 0) {
            return 0;
        }
        int from = load(at, length);
        long value = 0;
        for (int i = from; i < from + length; i++) {
            value = (value << 8) | (window[i] & 0xff);
        }
        return value;
    }

    /** Little-endian, as RIFF and GIF write it. */
    long littleEndian(long at, int length) {
        return Long.reverseBytes(number(at, length)) >>> (64 - 8 * length);
    }

    /** Text; bytes that are no printable ASCII become {@code ?}. */
    String ascii(long at, int length) {
        int from = load(at, length);
        StringBuilder text = new StringBuilder(length);
        for (int i = from; i < from + length; i++) {
            text.append(window[i] < 0x20 || window[i] > 0x7e ? '?' : (char) window[i]);
        }
        return text.toString();
    }

    /** The first bytes as Latin-1 text, fewer when the file is shorter. */
    String head(int most) {
        int length = (int) Math.min(most, size);
        int from = load(0, length);
        return new String(window, from, length, StandardCharsets.ISO_8859_1);
    }

    private int load(long at, int length) {
        if (at < 0 || at > size - length) {
            throw UnreadableMedia.cutOff();
        }
        if (at < windowStart || at + length > windowStart + window.length) {
            fetch(at, (int) Math.min(Math.max(length, windowSize), size - at));
        }
        return (int) (at - windowStart);
    }

    private void fetch(long at, int length) {
        reads++;
        bytesRead += length;
        if (reads > MOST_READS || bytesRead > MOST_BYTES) {
            throw UnreadableMedia.tooComplex("its parts are scattered");
        }
        window = file.read(at, length);
        windowStart = at;
        if (window.length != length) {
            throw new IllegalStateException("The reader gave " + window.length + " of " + length + " bytes");
        }
    }
}
