package io.postbreeze.sandbox.inspection;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads an MP4 or MOV: its movie box, wherever it lies, and the fragments after it. */
final class Mp4 {
    private final FileBytes file;
    private @Nullable Mp4Track track;
    private long movieScale;

    private Mp4(FileBytes file) {
        this.file = file;
    }

    static Finding read(FileBytes file) throws IOException {
        return new Mp4(file).read();
    }

    private Finding read() throws IOException {
        for (Box box = Box.at(file, 0, file.size()); box != null; box = box.next(file, file.size())) {
            if (box.type().equals("moov") && track == null) {
                movie(box);
            } else if (box.type().equals("moof") && track != null) {
                fragment(box, track);
            }
        }
        if (track == null) {
            throw new Malformed("Without a movie");
        }
        return track.finding(movieScale);
    }

    private void movie(Box moov) throws IOException {
        Box header = moov.child(file, "mvhd");
        if (header != null) {
            movieScale = file.u32(header.field(header.isWide(file) ? 20 : 12, 4));
        }
        for (Box box = moov.first(file); box != null && track == null; box = box.next(file, moov.end())) {
            if (box.type().equals("trak")) {
                track = Mp4Track.video(file, box);
            }
        }
        Box extension = moov.child(file, "mvex");
        if (track != null && extension != null) {
            defaults(extension, track);
        }
    }

    private void defaults(Box extension, Mp4Track video) throws IOException {
        for (Box box = extension.first(file); box != null; box = box.next(file, extension.end())) {
            if (box.type().equals("trex") && file.u32(box.field(4, 4)) == video.id()) {
                video.defaultTicks(file.u32(box.field(12, 4)));
            }
        }
    }

    private void fragment(Box moof, Mp4Track video) throws IOException {
        for (Box box = moof.first(file); box != null; box = box.next(file, moof.end())) {
            if (box.type().equals("traf")) {
                trackFragment(box, video);
            }
        }
    }

    private void trackFragment(Box traf, Mp4Track video) throws IOException {
        Box header = traf.required(file, "tfhd");
        if (file.u32(header.field(4, 4)) != video.id()) {
            return;
        }
        long flags = header.flags(file);
        int offset = 8 + ((flags & 0x1) != 0 ? 8 : 0) + ((flags & 0x2) != 0 ? 4 : 0);
        long ticks = (flags & 0x8) != 0 ? file.u32(header.field(offset, 4)) : video.defaultTicks();
        for (Box box = traf.first(file); box != null; box = box.next(file, traf.end())) {
            if (box.type().equals("trun")) {
                run(box, ticks, video);
            }
        }
    }

    private void run(Box trun, long defaultTicks, Mp4Track video) throws IOException {
        long flags = trun.flags(file);
        long samples = file.u32(trun.field(4, 4));
        long entry = Long.bitCount(flags & 0xf00) * 4L;
        long offset = 8 + Long.bitCount(flags & 0x5) * 4L;
        trun.field(offset, samples * entry);
        if ((flags & 0x100) == 0) {
            video.add(samples, defaultTicks);
            return;
        }
        for (long i = 0; i < samples; i++) {
            file.step();
            video.add(1, file.u32(trun.field(offset + i * entry, 4)));
        }
    }
}
