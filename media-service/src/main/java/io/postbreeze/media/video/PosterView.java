package io.postbreeze.media.video;

import org.jspecify.annotations.Nullable;

/**
 * Pictures of a video, for lists. The pictures are JPEG; both addresses are null unless READY.
 *
 * @param status READY; PENDING: being made; FAILED: none can be made; OFF: this server makes none
 * @param posterUrl 1280 pixels on the longer side, or the video's own size when that is smaller
 * @param thumbnailUrl 320 pixels on the longer side
 */
public record PosterView(
        Status status, @Nullable String posterUrl, @Nullable String thumbnailUrl) {
    static PosterView without(Status status) {
        return new PosterView(status, null, null);
    }

    /** Where the pictures stand. */
    public enum Status {
        /** They can be shown. */
        READY,
        /** They are being made. */
        PENDING,
        /** None can be made of this video. */
        FAILED,
        /** This server makes none. */
        OFF
    }
}
