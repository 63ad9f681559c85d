package io.postbreeze.sandbox.inspection;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a WebM: what its headers say, and the times of the frames in its clusters. */
final class WebM {
    private static final int DOC_TYPE = 0x4282;
    private static final int SEGMENT = 0x18538067;
    private static final int INFO = 0x1549A966;
    private static final int TIMESTAMP_SCALE = 0x2AD7B1;
    private static final int DURATION = 0x4489;
    private static final int TRACKS = 0x1654AE6B;
    private static final int TRACK = 0xAE;
    private static final int CLUSTER = 0x1F43B675;
    private static final int CLUSTER_TIME = 0xE7;
    private static final int SIMPLE_BLOCK = 0xA3;
    private static final int BLOCK_GROUP = 0xA0;
    private static final int BLOCK = 0xA1;
    private static final int BLOCK_DURATION = 0x9B;

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final double NANOS_PER_MILLI = 1e6;

    private final FileBytes file;
    private @Nullable WebMTrack track;
    private @Nullable WebMFrames frames;
    private long scale = 1_000_000;
    private double declared;

    private WebM(FileBytes file) {
        this.file = file;
    }

    static Finding read(FileBytes file) throws IOException {
        WebM webM = new WebM(file);
        webM.walk(webM.segment());
        return webM.finding();
    }

    private Element segment() throws IOException {
        Element header = Element.at(file, 0, file.size());
        if (header == null || !isWebM(header)) {
            throw new Malformed("Not of the type webm");
        }
        for (Element next = header; next != null; next = next.next(file, file.size())) {
            if (next.id() == SEGMENT) {
                return next;
            }
        }
        throw new Malformed("Without a segment");
    }

    private boolean isWebM(Element header) throws IOException {
        for (Element field = header.first(file); field != null; field = field.next(file, header.end())) {
            if (field.id() == DOC_TYPE) {
                return field.text(file).equals("webm");
            }
        }
        return false;
    }

    /** Clusters are entered, not nested: one without a size then ends where the next element of its parent begins. */
    private void walk(Element segment) throws IOException {
        Element next = Element.at(file, segment.body(), segment.end());
        while (next != null) {
            if (next.id() == CLUSTER) {
                next = Element.at(file, next.body(), segment.end());
            } else {
                visit(next);
                next = next.next(file, segment.end());
            }
        }
    }

    private void visit(Element element) throws IOException {
        switch ((int) element.id()) {
            case INFO -> info(element);
            case TRACKS -> tracks(element);
            case CLUSTER_TIME -> known().clusterAt(element.unsigned(file));
            case SIMPLE_BLOCK -> known().block(file, element, 0);
            case BLOCK_GROUP -> group(element);
            default -> {
                // Indexes, tags and whatever a later WebM has say nothing that is judged.
            }
        }
    }

    private void info(Element info) throws IOException {
        for (Element field = info.first(file); field != null; field = field.next(file, info.end())) {
            if (field.id() == TIMESTAMP_SCALE) {
                scale = field.unsigned(file);
            } else if (field.id() == DURATION) {
                declared = field.real(file);
            }
        }
        if (scale <= 0 || scale > NANOS_PER_SECOND) {
            throw new Malformed("A clock of no use");
        }
    }

    private void tracks(Element tracks) throws IOException {
        for (Element entry = tracks.first(file); entry != null; entry = entry.next(file, tracks.end())) {
            WebMTrack found = entry.id() == TRACK ? WebMTrack.read(file, entry) : null;
            if (track == null && found != null && found.isVideo()) {
                track = found;
                frames = new WebMFrames(found.number());
            }
        }
    }

    private void group(Element group) throws IOException {
        Element block = null;
        long duration = 0;
        for (Element field = group.first(file); field != null; field = field.next(file, group.end())) {
            if (field.id() == BLOCK) {
                block = field;
            } else if (field.id() == BLOCK_DURATION) {
                duration = field.unsigned(file);
            }
        }
        if (block != null) {
            known().block(file, block, duration);
        }
    }

    private WebMFrames known() throws Malformed {
        if (frames == null) {
            throw new Malformed("Frames before there is a track of pictures");
        }
        return frames;
    }

    private Finding finding() throws Malformed {
        WebMFrames found = known();
        if (track == null || found.count() == 0) {
            throw new Malformed("A video without frames");
        }
        double counted = Math.multiplyExact(found.span(), scale);
        double nanos = declared > 0 && Double.isFinite(declared) ? Math.max(declared * scale, counted) : counted;
        long millis = Math.round(nanos / NANOS_PER_MILLI);
        return new Finding(true, track.codec(), millis, track.width(), track.height(), rate(track, found, nanos));
    }

    private double rate(WebMTrack video, WebMFrames found, double nanos) {
        if (video.frameNanos() > 0) {
            return FrameRate.of(1, video.frameNanos(), NANOS_PER_SECOND, 1);
        }
        if (found.pictureSpan() == 0) {
            return found.count() * NANOS_PER_SECOND / nanos;
        }
        long span = Math.multiplyExact(found.pictureSpan(), scale);
        return FrameRate.of(found.picturesInSpan(), span, NANOS_PER_SECOND, scale);
    }
}
