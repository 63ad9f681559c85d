package io.postbreeze.media.inspection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads MP4 and MOV: the index before or after the pictures, or pictures in fragments. */
final class IsoMedia {
    private static final int FRAGMENT_WINDOW = 1_024;

    private final ProbeBuffer file;
    private Container container = Container.MOV;
    private @Nullable IsoMovie movie;
    private @Nullable IsoFragments fragments;
    private boolean media;
    private boolean faststart;

    private IsoMedia(ProbeBuffer file) {
        this.file = file;
    }

    static VideoFacts read(ProbeBuffer file) {
        IsoMedia reading = new IsoMedia(file);
        reading.walk();
        return reading.facts();
    }

    private void walk() {
        long at = 0;
        while (file.size() - at >= 8 && !paddingFrom(at)) {
            Box box = Box.at(file, at, file.size());
            visit(box);
            at = box.end();
        }
    }

    /** After everything that matters some writers leave zeros or a trailer of their own. */
    private boolean paddingFrom(long at) {
        return movie != null && media && file.ascii(at + 4, 4).contains("?");
    }

    private void visit(Box box) {
        switch (box.type()) {
            case "ftyp" ->
                container =
                        box.length() >= 4 && file.ascii(box.body(), 4).equals("qt  ") ? Container.MOV : Container.MP4;
            case "moov" -> readMovie(box);
            case "mdat" -> {
                faststart |= !media && movie != null;
                media = true;
            }
            case "moof" -> addFragment(box);
            default -> {}
        }
    }

    private void readMovie(Box moov) {
        if (movie != null) {
            throw UnreadableMedia.damaged("it has two indexes");
        }
        IsoMovie read = IsoMovie.read(file, moov);
        movie = read;
        if (read.fragmented()) {
            fragments = read.video()
                    .map(video -> new IsoFragments(file, read, video))
                    .orElse(null);
            file.windowSize(FRAGMENT_WINDOW);
        }
    }

    private void addFragment(Box moof) {
        if (fragments != null) {
            fragments.add(moof);
        }
    }

    private VideoFacts facts() {
        if (movie == null) {
            throw UnreadableMedia.damaged("it has no index, as when a recording was not finished");
        }
        IsoTrack video = movie.video().orElseThrow(UnreadableMedia::noVideo);
        if (!media) {
            throw UnreadableMedia.damaged("it has an index but no pictures");
        }
        if (video.width() == 0 || video.height() == 0) {
            throw UnreadableMedia.damaged("it does not tell how large its pictures are");
        }
        return new VideoFacts(
                container,
                video.codec(),
                duration(movie, video),
                video.width(),
                video.height(),
                video.rotation(),
                frameRate(video),
                faststart,
                movie.audio().map(IsoTrack::codec).orElse(null));
    }

    private Duration duration(IsoMovie index, IsoTrack video) {
        if (fragments != null && fragments.samples() > 0) {
            return Playtime.of(indexedTicks(video) + fragments.ticks(), video.timescale());
        }
        IsoClock clock = index.clock();
        return clock.duration() != 0
                ? Playtime.of(clock.duration(), clock.timescale())
                : Playtime.of(video.duration(), video.timescale());
    }

    /** Some writers give the length of the whole in the index of a fragmented file: only listed pictures count. */
    private static long indexedTicks(IsoTrack video) {
        return video.samples() > 0 ? Math.min(Math.max(video.duration(), 0), 1L << 60) : 0;
    }

    private @Nullable Double frameRate(IsoTrack video) {
        long samples = video.samples();
        long ticks = video.duration();
        if (fragments != null && fragments.samples() > 0) {
            samples += fragments.samples();
            ticks = indexedTicks(video) + fragments.ticks();
        }
        return samples == 0 || ticks <= 0 ? null : (double) samples * video.timescale() / ticks;
    }
}
