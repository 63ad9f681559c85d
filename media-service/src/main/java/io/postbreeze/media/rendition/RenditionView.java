package io.postbreeze.media.rendition;

import org.jspecify.annotations.Nullable;

/**
 * How far a photo is.
 *
 * @param mediaId the photo
 * @param status {@code READY}, {@code PENDING} or {@code FAILED}
 * @param publicUrl where anyone finds it, null unless ready
 * @param sizeBytes size of its file, null unless ready
 * @param width in pixels, null unless ready
 * @param height in pixels, null unless ready
 * @param code why there will be none, null unless failed
 * @param message the same for people, null unless failed
 */
record RenditionView(
        String mediaId,
        String status,
        @Nullable String publicUrl,
        @Nullable Long sizeBytes,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String code,
        @Nullable String message) {
    static RenditionView refused(String mediaId, String code) {
        return new RenditionView(
                mediaId, "FAILED", null, null, null, null, code, "This media is no photo that can be used.");
    }
}
