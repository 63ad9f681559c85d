package io.postbreeze.sandbox.inspection;

import java.io.IOException;

/**
 * A track's entry in a WebM.
 *
 * @param number by which blocks name it
 * @param codec such as {@code V_VP9}
 * @param frameNanos how long each frame lasts, 0 when not told
 */
record WebMTrack(long number, boolean isVideo, String codec, long frameNanos, int width, int height) {
    private static final int NUMBER = 0xD7;
    private static final int TYPE = 0x83;
    private static final int CODEC = 0x86;
    private static final int DEFAULT_DURATION = 0x23E383;
    private static final int VIDEO = 0xE0;
    private static final int PIXEL_WIDTH = 0xB0;
    private static final int PIXEL_HEIGHT = 0xBA;
    private static final int TYPE_VIDEO = 1;

    static WebMTrack read(FileBytes file, Element entry) throws IOException {
        WebMTrack track = new WebMTrack(0, false, "", 0, 0, 0);
        for (Element field = entry.first(file); field != null; field = field.next(file, entry.end())) {
            track = track.with(file, field);
        }
        return track;
    }

    private WebMTrack with(FileBytes file, Element field) throws IOException {
        return switch ((int) field.id()) {
            case NUMBER -> new WebMTrack(field.unsigned(file), isVideo, codec, frameNanos, width, height);
            case TYPE -> new WebMTrack(number, field.unsigned(file) == TYPE_VIDEO, codec, frameNanos, width, height);
            case CODEC -> new WebMTrack(number, isVideo, field.text(file), frameNanos, width, height);
            case DEFAULT_DURATION -> new WebMTrack(number, isVideo, codec, field.unsigned(file), width, height);
            case VIDEO -> withSides(file, field);
            default -> this;
        };
    }

    private WebMTrack withSides(FileBytes file, Element video) throws IOException {
        int wide = width;
        int high = height;
        for (Element field = video.first(file); field != null; field = field.next(file, video.end())) {
            if (field.id() == PIXEL_WIDTH) {
                wide = Math.toIntExact(field.unsigned(file));
            } else if (field.id() == PIXEL_HEIGHT) {
                high = Math.toIntExact(field.unsigned(file));
            }
        }
        return new WebMTrack(number, isVideo, codec, frameNanos, wide, high);
    }
}
