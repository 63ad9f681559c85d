package io.postbreeze.media.inspection;

/**
 * What a photo is.
 *
 * @param format how it is encoded
 * @param width pixels as stored, before any EXIF orientation
 * @param height pixels as stored, before any EXIF orientation
 */
public record PhotoFacts(PhotoFormat format, int width, int height) implements MediaFacts {
    @Override
    public String contentType() {
        return format.contentType();
    }
}
