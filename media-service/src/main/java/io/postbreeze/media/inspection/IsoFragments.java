package io.postbreeze.media.inspection;

/** Adds up what the fragments of a fragmented MP4 hold of its video track. */
final class IsoFragments {
    private static final int MOST_SAMPLES = 1_000_000;
    private static final int BASE_OFFSET = 0x1;
    private static final int DESCRIPTION = 0x2;
    private static final int DEFAULT_DURATION = 0x8;
    private static final int DATA_OFFSET = 0x1;
    private static final int FIRST_FLAGS = 0x4;
    private static final int SAMPLE_DURATION = 0x100;
    private static final int SAMPLE_FIELDS = 0xf00;

    private final ProbeBuffer file;
    private final long trackId;
    private final long movieDefault;
    private long samples;
    private long ticks;

    IsoFragments(ProbeBuffer file, IsoMovie movie, IsoTrack video) {
        this.file = file;
        this.trackId = video.id();
        this.movieDefault = movie.defaultDuration(video.id());
    }

    long samples() {
        return samples;
    }

    /** Length in ticks of the video track. */
    long ticks() {
        return ticks;
    }

    void add(Box moof) {
        for (Box box : moof.children(file)) {
            if (box.type().equals("traf")) {
                addTrack(box);
            }
        }
    }

    private void addTrack(Box traf) {
        long each = movieDefault;
        for (Box box : traf.children(file)) {
            if (box.type().equals("tfhd")) {
                if (file.u32(box.requireLength(8).body() + 4) != trackId) {
                    return;
                }
                each = defaultDuration(box, each);
            } else if (box.type().equals("trun")) {
                addRun(box, each);
            }
        }
    }

    private long defaultDuration(Box tfhd, long otherwise) {
        int flags = file.i32(tfhd.body());
        if ((flags & DEFAULT_DURATION) == 0) {
            return otherwise;
        }
        int before = 8 + ((flags & BASE_OFFSET) != 0 ? 8 : 0) + ((flags & DESCRIPTION) != 0 ? 4 : 0);
        return file.u32(tfhd.requireLength(before + 4).body() + before);
    }

    private void addRun(Box trun, long each) {
        int flags = file.i32(trun.requireLength(8).body());
        long count = file.u32(trun.body() + 4);
        int before = 8 + ((flags & DATA_OFFSET) != 0 ? 4 : 0) + ((flags & FIRST_FLAGS) != 0 ? 4 : 0);
        int stride = 4 * Integer.bitCount(flags & SAMPLE_FIELDS);
        if (count > MOST_SAMPLES || count * stride > trun.length() - before) {
            throw UnreadableMedia.damaged("a fragment promises more pictures than it lists");
        }
        samples += count;
        if ((flags & SAMPLE_DURATION) == 0) {
            ticks += count * each;
            return;
        }
        for (long i = 0; i < count; i++) {
            ticks += file.u32(trun.body() + before + i * stride);
        }
    }
}
