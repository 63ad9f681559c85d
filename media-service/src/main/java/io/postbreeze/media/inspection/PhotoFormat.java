package io.postbreeze.media.inspection;

import java.util.Locale;

/** Encodings of photos whose size can be read. */
public enum PhotoFormat {
    /** JPEG, any process. */
    JPEG(60_000_000),
    /** PNG. */
    PNG(100_000_000),
    /** WebP: lossy, lossless or extended. */
    WEBP(25_000_000),
    /** GIF. */
    GIF(25_000_000);

    private final long mostPixels;

    PhotoFormat(long mostPixels) {
        this.mostPixels = mostPixels;
    }

    /**
     * How many pixels may be decoded. A PNG is decoded line by line; a progressive JPEG keeps its coefficients, and a
     * WebP all of its pixels, whatever part of them is asked for.
     */
    public long mostPixels() {
        return mostPixels;
    }

    /** MIME type. */
    public String contentType() {
        return "image/" + shortName();
    }

    /** Short name in contracts and tables: {@code jpeg}, {@code png}, {@code webp}, {@code gif}. */
    public String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
