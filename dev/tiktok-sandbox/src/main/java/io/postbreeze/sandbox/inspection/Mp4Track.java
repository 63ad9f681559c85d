package io.postbreeze.sandbox.inspection;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The video track of an MP4: what its headers say, and the sum of the frames found in its table and fragments. */
final class Mp4Track {
    private final FileBytes file;
    private final long id;
    private final long scale;
    private final String codec;
    private final int width;
    private final int height;
    private final long edited;
    private long frames;
    private long ticks;
    private long defaultTicks;
    private boolean fragmented;

    private Mp4Track(FileBytes file, Box trak, Box mdia) throws IOException {
        this.file = file;
        Box tkhd = trak.required(file, "tkhd");
        this.id = file.u32(tkhd.field(tkhd.isWide(file) ? 20 : 12, 4));
        Box mdhd = mdia.required(file, "mdhd");
        this.scale = file.u32(mdhd.field(mdhd.isWide(file) ? 20 : 12, 4));
        Box table = mdia.required(file, "minf").required(file, "stbl");
        Box samples = table.required(file, "stsd");
        Box entry = Box.at(file, samples.field(8, 8), samples.end());
        if (scale == 0 || entry == null) {
            throw new Malformed("A track without a clock or a coding");
        }
        this.codec = entry.type();
        boolean turned = isTurned(tkhd);
        this.width = file.u16(entry.field(turned ? 26 : 24, 2));
        this.height = file.u16(entry.field(turned ? 24 : 26, 2));
        this.edited = edited(trak);
        count(table.required(file, "stts"));
    }

    /** The track when it is one of pictures, else null. */
    static @Nullable Mp4Track video(FileBytes file, Box trak) throws IOException {
        Box mdia = trak.required(file, "mdia");
        Box handler = mdia.required(file, "hdlr");
        boolean pictures = file.text(handler.field(8, 4), 4).equals("vide");
        return pictures ? new Mp4Track(file, trak, mdia) : null;
    }

    long id() {
        return id;
    }

    long defaultTicks() {
        return defaultTicks;
    }

    void defaultTicks(long each) {
        defaultTicks = each;
    }

    /** Frames of a fragment. */
    void add(long count, long each) {
        fragmented = true;
        addFrames(count, each);
    }

    /** What the whole file says. */
    Finding finding(long movieScale) throws Malformed {
        if (frames == 0 || ticks == 0) {
            throw new Malformed("A video without frames");
        }
        double rate = FrameRate.of(frames, ticks, scale, 1);
        return new Finding(true, codec, Math.round(seconds(movieScale) * 1000), width, height, rate);
    }

    /** An edit list may show less than there is; what it says of a file in fragments is not the whole. */
    private double seconds(long movieScale) {
        double all = (double) ticks / scale;
        boolean cut = edited > 0 && movieScale > 0 && !fragmented;
        return cut ? Math.min(all, (double) edited / movieScale) : all;
    }

    private void addFrames(long count, long each) {
        frames = Math.addExact(frames, count);
        ticks = Math.addExact(ticks, Math.multiplyExact(count, each));
    }

    private void count(Box stts) throws IOException {
        long entries = file.u32(stts.field(4, 4));
        stts.field(8, entries * 8);
        for (long i = 0; i < entries; i++) {
            file.step();
            long at = stts.field(8 + i * 8, 8);
            addFrames(file.u32(at), file.u32(at + 4));
        }
    }

    /** A quarter turn: the matrix takes each side from the other. */
    private boolean isTurned(Box tkhd) throws IOException {
        long matrix = tkhd.field(tkhd.isWide(file) ? 52 : 40, 36);
        return file.u32(matrix) == 0 && file.u32(matrix + 16) == 0 && file.u32(matrix + 4) != 0;
    }

    /** The sum of what the edit list shows of the track, in the movie's ticks; 0 without one. */
    private long edited(Box trak) throws IOException {
        Box edits = trak.child(file, "edts");
        Box list = edits == null ? null : edits.child(file, "elst");
        if (list == null) {
            return 0;
        }
        boolean wide = list.isWide(file);
        int entry = wide ? 20 : 12;
        long entries = file.u32(list.field(4, 4));
        list.field(8, entries * entry);
        long sum = 0;
        for (long i = 0; i < entries; i++) {
            file.step();
            long at = list.field(8 + i * entry, entry);
            boolean empty = file.u32(at + (wide ? 8 : 4)) == 0xffff_ffffL;
            sum = Math.addExact(sum, empty ? 0 : wide ? file.i64(at) : file.u32(at));
        }
        return sum;
    }
}
