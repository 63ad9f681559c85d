package io.postbreeze.media.picture;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A photo as TikTok takes it. */
public final class MadePhoto {
    private final byte[] jpeg;
    private final int width;
    private final int height;

    MadePhoto(byte[] jpeg, int width, int height) {
        this.jpeg = jpeg;
        this.width = width;
        this.height = height;
    }

    /** Its file, a JPEG. */
    public InputStream content() {
        return new ByteArrayInputStream(jpeg);
    }

    /** Size of its file. */
    public int sizeBytes() {
        return jpeg.length;
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }

    byte[] jpeg() {
        return jpeg;
    }
}
