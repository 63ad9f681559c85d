package io.postbreeze.media.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tracks of a WebM or Matroska file.
 *
 * @param all in the file's order
 */
record MatroskaTracks(List<Track> all) {
    private static final long TRACK_ENTRY = 0xAE;
    private static final long TRACK_TYPE = 0x83;
    private static final long CODEC_ID = 0x86;
    private static final long DEFAULT_DURATION = 0x23E383;
    private static final long VIDEO = 0xE0;
    private static final long PIXEL_WIDTH = 0xB0;
    private static final long PIXEL_HEIGHT = 0xBA;
    private static final int TYPE_VIDEO = 1;
    private static final int TYPE_AUDIO = 2;

    static MatroskaTracks read(ProbeBuffer file, Element tracks) {
        List<Track> all = new ArrayList<>();
        for (Element entry : tracks.children(file)) {
            if (entry.id() == TRACK_ENTRY) {
                all.add(track(file, entry));
            }
        }
        return new MatroskaTracks(all);
    }

    Optional<Track> video() {
        return all.stream().filter(track -> track.type() == TYPE_VIDEO).findFirst();
    }

    Optional<Track> audio() {
        return all.stream().filter(track -> track.type() == TYPE_AUDIO).findFirst();
    }

    private static Track track(ProbeBuffer file, Element entry) {
        long type = 0;
        String codec = "";
        long frameNanos = 0;
        Size size = new Size(0, 0);
        for (Element element : entry.children(file)) {
            if (element.id() == TRACK_TYPE) {
                type = element.unsigned(file);
            } else if (element.id() == CODEC_ID) {
                codec = element.text(file);
            } else if (element.id() == DEFAULT_DURATION) {
                frameNanos = element.unsigned(file);
            } else if (element.id() == VIDEO) {
                size = size(file, element);
            }
        }
        return new Track(type, Codecs.ofMatroska(codec), frameNanos, size);
    }

    private static Size size(ProbeBuffer file, Element video) {
        long width = 0;
        long height = 0;
        for (Element element : video.children(file)) {
            if (element.id() == PIXEL_WIDTH) {
                width = element.unsigned(file);
            } else if (element.id() == PIXEL_HEIGHT) {
                height = element.unsigned(file);
            }
        }
        return Size.of(width, height);
    }

    /**
     * One track.
     *
     * @param frameNanos nanoseconds per picture, 0 when not told
     * @param size of the pictures, 0 × 0 for sound
     */
    record Track(long type, String codec, long frameNanos, Size size) {
        @Nullable
        Double frameRate() {
            return frameNanos <= 0 ? null : 1e9 / frameNanos;
        }
    }
}
