package io.postbreeze.media.inspection;

/**
 * The time part that movie and track headers share.
 *
 * @param timescale ticks per second
 * @param duration length in ticks; 0 when the header leaves it open
 */
record IsoClock(long timescale, long duration) {
    private static final long OPEN = 0xffff_ffffL;

    /** Reads it from an {@code mvhd} or {@code mdhd} box. */
    static IsoClock read(ProbeBuffer file, Box box) {
        boolean wide = file.u8(box.requireLength(20).body()) == 1;
        if (!wide) {
            long duration = file.u32(box.body() + 16);
            return new IsoClock(file.u32(box.body() + 12), duration == OPEN ? 0 : duration);
        }
        box.requireLength(32);
        long duration = file.u64(box.body() + 24);
        return new IsoClock(file.u32(box.body() + 20), duration == -1 ? 0 : duration);
    }
}
