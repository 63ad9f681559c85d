package io.postbreeze.sandbox.inspection;

import java.io.IOException;

/** Reads a JPEG from marker to marker, to its end: one that was cut off has none. */
final class Jpeg {
    static final int START = 0xFFD8;

    /** More than any photo TikTok takes; a larger file is too large whatever it holds. */
    private static final long MOST = 64L << 20;

    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int FILL = 0xFF;

    private final FileBytes file;
    private long width;
    private long height;
    private boolean scanned;

    private Jpeg(FileBytes file) {
        this.file = file;
    }

    static Finding read(FileBytes file) throws IOException {
        if (file.size() > MOST) {
            throw new Malformed("Larger than any photo");
        }
        return new Jpeg(file).read();
    }

    private Finding read() throws IOException {
        long at = 2;
        for (int marker = marker(at); marker != END; marker = marker(at)) {
            file.step();
            at = marker == FILL ? at + 1 : segment(at, marker);
        }
        if (!scanned) {
            throw new Malformed("A JPEG without a picture");
        }
        return Finding.photo("jpeg", width, height);
    }

    private int marker(long at) throws IOException {
        if (file.u8(at) != 0xFF) {
            throw new Malformed("No marker where one belongs");
        }
        return file.u8(at + 1);
    }

    /** Reads a segment and returns the place of the next marker. */
    private long segment(long at, int marker) throws IOException {
        long length = file.u16(at + 2);
        long end = at + 2 + length;
        if (length < 2 || end > file.size()) {
            throw new Malformed("A segment that does not fit");
        }
        if (isFrame(marker) && width == 0) {
            height = file.u16(at + 5);
            width = file.u16(at + 7);
        }
        if (marker != SCAN) {
            return end;
        }
        scanned = width > 0;
        return afterScan(end);
    }

    /** In coded pictures 0xFF is followed by 0 or is a restart; anything else is a marker. */
    private long afterScan(long from) throws IOException {
        long at = from;
        while (file.u8(at) != 0xFF || isCoded(file.u8(at + 1))) {
            at++;
        }
        return at;
    }

    private static boolean isCoded(int second) {
        return second == 0 || (second >= 0xD0 && second <= 0xD7);
    }

    /** Of the sixteen numbers three are tables or reserved. */
    private static boolean isFrame(int marker) {
        return (marker & 0xF0) == 0xC0 && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }
}
