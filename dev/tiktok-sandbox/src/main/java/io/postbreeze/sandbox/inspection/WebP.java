package io.postbreeze.sandbox.inspection;

import java.io.IOException;

/** Reads a WebP: lossy, lossless, or extended with a canvas around either. */
final class WebP {
    private static final int START_CODE = 0x2A019D;
    private static final int LOSSLESS_SIGNATURE = 0x2F;
    private static final long SIDE = (1 << 14) - 1;

    private final FileBytes file;
    private final long end;
    private long width;
    private long height;
    private boolean extended;
    private boolean pictured;

    private WebP(FileBytes file) throws IOException {
        this.file = file;
        this.end = file.littleEndian(4, 4) + 8;
        if (end > file.size()) {
            throw new Malformed("Cut off");
        }
    }

    static Finding read(FileBytes file) throws IOException {
        return new WebP(file).read();
    }

    private Finding read() throws IOException {
        long at = 12;
        while (at < end) {
            file.step();
            long size = file.littleEndian(at + 4, 4);
            if (size > end - at - 8) {
                throw new Malformed("A chunk that does not fit");
            }
            chunk(file.text(at, 4), at + 8, size);
            at += 8 + size + (size & 1);
        }
        if (!pictured) {
            throw new Malformed("A WebP without a picture");
        }
        return Finding.photo("webp", width, height);
    }

    private void chunk(String type, long body, long size) throws IOException {
        switch (type) {
            case "VP8X" -> canvas(body, size);
            case "VP8 " -> lossy(body, size);
            case "VP8L" -> lossless(body, size);
            // A frame of an animation; the canvas holds its sides.
            case "ANMF" -> pictured |= extended && size > 16;
            default -> {
                // Colour profile, transparency, metadata.
            }
        }
    }

    private void canvas(long body, long size) throws IOException {
        require(size >= 10 && !pictured);
        extended = true;
        width = file.littleEndian(body + 4, 3) + 1;
        height = file.littleEndian(body + 7, 3) + 1;
    }

    private void lossy(long body, long size) throws IOException {
        require(size >= 10 && (file.u8(body) & 1) == 0 && file.littleEndian(body + 3, 3) == START_CODE);
        picture(file.littleEndian(body + 6, 2) & SIDE, file.littleEndian(body + 8, 2) & SIDE);
    }

    private void lossless(long body, long size) throws IOException {
        require(size >= 5 && file.u8(body) == LOSSLESS_SIGNATURE);
        long sides = file.littleEndian(body + 1, 4);
        picture((sides & SIDE) + 1, ((sides >> 14) & SIDE) + 1);
    }

    private void picture(long wide, long high) {
        if (!extended && !pictured) {
            width = wide;
            height = high;
        }
        pictured = true;
    }

    private static void require(boolean kept) throws Malformed {
        if (!kept) {
            throw new Malformed("Not what its chunk says");
        }
    }
}
