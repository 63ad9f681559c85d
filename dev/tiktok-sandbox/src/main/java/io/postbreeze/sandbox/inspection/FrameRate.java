package io.postbreeze.sandbox.inspection;

/** The mean rate of frames whose times were rounded to the ticks of their container. */
final class FrameRate {
    private static final long FINE = 1000;

    private FrameRate() {}

    /**
     * Frames per second. A file of 60 frames per second that says so in whole milliseconds seems a hair faster, and
     * would break a limit that it keeps; so a total that rounding alone sets apart from a whole rate's is that rate.
     * Times coarser than a millisecond are no rounding but the muxer's choice, and are taken at their word.
     *
     * @param ticks how long all frames last, in parts of {@code scale} to the second
     * @param rounding the ticks that the container rounds to
     */
    static double of(long frames, long ticks, long scale, long rounding) {
        double rate = (double) frames * scale / ticks;
        double whole = Math.rint(rate);
        double apart = Math.abs((double) frames * scale - whole * ticks);
        return scale / rounding >= FINE && apart <= whole * rounding ? whole : rate;
    }
}
