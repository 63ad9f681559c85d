package io.postbreeze.media.inspection;

import java.util.Locale;

/** Encodings of photos whose size can be read. */
public enum PhotoFormat {
    /** JPEG, any process. */
    JPEG,
    /** PNG. */
    PNG,
    /** WebP: lossy, lossless or extended. */
    WEBP,
    /** GIF. */
    GIF;

    /** MIME type. */
    public String contentType() {
        return "image/" + shortName();
    }

    /** Short name in contracts and tables: {@code jpeg}, {@code png}, {@code webp}, {@code gif}. */
    public String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
