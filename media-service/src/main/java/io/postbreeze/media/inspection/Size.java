package io.postbreeze.media.inspection;

/** Width and height in pixels. */
record Size(int width, int height) {
    private static final long MOST = 1 << 24;

    /** From a file's numbers. */
    static Size of(long width, long height) {
        if (width < 0 || height < 0 || width > MOST || height > MOST) {
            throw UnreadableMedia.damaged("it states an impossible picture size");
        }
        return new Size((int) width, (int) height);
    }

    Size orDamaged() {
        if (width == 0 || height == 0) {
            throw UnreadableMedia.damaged("it does not tell how large its pictures are");
        }
        return this;
    }
}
