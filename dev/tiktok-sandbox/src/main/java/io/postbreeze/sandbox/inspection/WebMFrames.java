package io.postbreeze.sandbox.inspection;

import java.io.IOException;

/** Counts the frames in a WebM's clusters and notes their times, in the segment's ticks. */
final class WebMFrames {
    private static final int LACING = 0x06;

    private final long track;
    private final Span all = new Span();
    private final Span pictures = new Span();
    private long cluster;
    private long count;

    WebMFrames(long track) {
        this.track = track;
    }

    void clusterAt(long time) {
        cluster = time;
    }

    /** A block, whose body begins with its track, its time from the cluster's on and its flags. */
    void block(FileBytes file, Element block, long duration) throws IOException {
        int numberLength = Element.length(file, block.body(), 8);
        long rest = block.body() + numberLength;
        if (block.endless() || block.end() - rest < 4) {
            throw new Malformed("A block without a frame");
        }
        long number = file.unsigned(block.body(), numberLength) & ((1L << (7 * numberLength)) - 1);
        long time = Math.addExact(cluster, (short) file.u16(rest));
        all.add(time, duration);
        if (number == track) {
            pictures.add(time, duration);
            boolean laced = (file.u8(rest + 2) & LACING) != 0;
            count += laced ? file.u8(rest + 3) + 1 : 1;
        }
    }

    long count() {
        return count;
    }

    /** From the first frame of any track to the last one, and to its end where that is told. */
    long span() {
        return all.length();
    }

    /** The same for the pictures. */
    long pictureSpan() {
        return pictures.length();
    }

    /** The frames that fill {@link #pictureSpan()}: the last one only where its end is told. */
    long picturesInSpan() {
        return pictures.lastDuration > 0 ? count : count - 1;
    }

    /** The first and the last of times that come in any order. */
    private static final class Span {
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
        private long lastDuration;

        void add(long time, long duration) {
            first = Math.min(first, time);
            if (time >= last) {
                last = time;
                lastDuration = duration;
            }
        }

        long length() {
            return Math.addExact(Math.subtractExact(last, first), lastDuration);
        }
    }
}
