package io.postbreeze.media.inspection;

/** Reads from a JPEG's EXIF how the camera was held. Nonsense in it is no reason to refuse a photo. */
final class Exif {
    static final int UPRIGHT = 1;

    private static final int HEADER = 6;
    private static final int ENTRY = 12;
    private static final int MOST_ENTRIES = 512;
    private static final int ORIENTATION = 0x0112;
    private static final int LAST = 8;

    private final ProbeBuffer file;
    private final long tiff;
    private final long end;
    private final boolean littleEndian;

    private Exif(ProbeBuffer file, long tiff, long end, boolean littleEndian) {
        this.file = file;
        this.tiff = tiff;
        this.end = end;
        this.littleEndian = littleEndian;
    }

    /**
     * The number that a segment tells, 1 when it tells none.
     *
     * @param at where the segment's content begins
     * @param length its length
     */
    static int orientation(ProbeBuffer file, long at, long length) {
        long end = Math.min(at + length, file.size());
        if (end - at < HEADER + 8 || !file.ascii(at, 4).equals("Exif")) {
            return UPRIGHT;
        }
        String order = file.ascii(at + HEADER, 2);
        return order.equals("II") || order.equals("MM")
                ? new Exif(file, at + HEADER, end, order.equals("II")).orientation()
                : UPRIGHT;
    }

    private int orientation() {
        long directory = tiff + number(tiff + 4, 4);
        if (directory + 2 > end) {
            return UPRIGHT;
        }
        long entries = Math.min(number(directory, 2), MOST_ENTRIES);
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + (long) i * ENTRY;
            if (entry + ENTRY > end) {
                return UPRIGHT;
            }
            if (number(entry, 2) == ORIENTATION) {
                long told = number(entry + 8, 2);
                return told >= UPRIGHT && told <= LAST ? (int) told : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private long number(long at, int length) {
        return littleEndian ? file.littleEndian(at, length) : file.number(at, length);
    }
}
