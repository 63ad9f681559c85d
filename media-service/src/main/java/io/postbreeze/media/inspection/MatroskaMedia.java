package io.postbreeze.media.inspection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads WebM and Matroska, recorded live or written to the end. */
final class MatroskaMedia {
    static final long EBML = 0x1A45DFA3L;
    static final long CLUSTER = 0x1F43B675L;
    private static final long DOC_TYPE = 0x4282;
    private static final long SEGMENT = 0x18538067L;
    private static final long INFO = 0x1549A966L;
    private static final long TIMESTAMP_SCALE = 0x2AD7B1;
    private static final long DURATION = 0x4489;
    private static final long TRACKS = 0x1654AE6BL;
    private static final int CLUSTER_WINDOW = 1_024;

    private final ProbeBuffer file;
    private long timestampScale = 1_000_000;
    private double statedTicks;
    private boolean info;
    private @Nullable MatroskaTracks tracks;
    private long lastCluster = -1;

    private MatroskaMedia(ProbeBuffer file) {
        this.file = file;
    }

    static VideoFacts read(ProbeBuffer file) {
        Element header = Element.at(file, 0, file.size());
        Container container = container(file, header);
        Element segment = Element.at(file, header.end(), file.size());
        if (segment.id() != SEGMENT) {
            throw UnreadableMedia.damaged("it has a header but no content");
        }
        MatroskaMedia reading = new MatroskaMedia(file);
        reading.walk(segment);
        return reading.facts(container, segment);
    }

    private static Container container(ProbeBuffer file, Element header) {
        for (Element element : header.children(file)) {
            if (element.id() == DOC_TYPE) {
                return element.text(file).equals("webm") ? Container.WEBM : Container.MATROSKA;
            }
        }
        return Container.MATROSKA;
    }

    private void walk(Element segment) {
        for (Element element : segment.children(file)) {
            if (element.id() == INFO) {
                readInfo(element);
            } else if (element.id() == TRACKS) {
                tracks = MatroskaTracks.read(file, element);
            } else if (element.id() == CLUSTER) {
                lastCluster = element.start();
                file.windowSize(CLUSTER_WINDOW);
            }
            if (knowsEnough() || element.endless()) {
                return;
            }
        }
    }

    /** A cluster shows that there are pictures; the others are visited only if the length is not stated. */
    private boolean knowsEnough() {
        return info && tracks != null && statedTicks > 0 && lastCluster >= 0;
    }

    private void readInfo(Element element) {
        info = true;
        for (Element child : element.children(file)) {
            if (child.id() == TIMESTAMP_SCALE) {
                timestampScale = child.unsigned(file);
            } else if (child.id() == DURATION) {
                statedTicks = child.real(file);
            }
        }
    }

    private VideoFacts facts(Container container, Element segment) {
        if (tracks == null) {
            throw UnreadableMedia.damaged("it does not tell what tracks it has");
        }
        MatroskaTracks.Track video = tracks.video().orElseThrow(UnreadableMedia::noVideo);
        if (lastCluster < 0) {
            throw UnreadableMedia.damaged("it has an index but no pictures");
        }
        Size size = video.size().orDamaged();
        return new VideoFacts(
                container,
                video.codec(),
                duration(segment, video),
                size.width(),
                size.height(),
                0,
                video.frameRate(),
                true,
                tracks.audio().map(MatroskaTracks.Track::codec).orElse(null));
    }

    private Duration duration(Element segment, MatroskaTracks.Track video) {
        if (statedTicks > 0) {
            return Playtime.ofNanos(statedTicks * timestampScale);
        }
        long lastTicks = new MatroskaClusters(file, segment).lastTimestamp(lastCluster);
        return Playtime.ofNanos((double) lastTicks * timestampScale + video.frameNanos());
    }
}
