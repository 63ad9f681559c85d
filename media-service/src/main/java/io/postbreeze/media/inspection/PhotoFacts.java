package io.postbreeze.media.inspection;

/**
 * What a photo is.
 *
 * @param format how it is encoded
 * @param width pixels as stored, before any EXIF orientation
 * @param height pixels as stored, before any EXIF orientation
 * @param orientation how the camera was held: EXIF's number, 1 to 8; 1 where a JPEG does not tell, and for all others
 * @param animated whether it moves
 */
public record PhotoFacts(PhotoFormat format, int width, int height, int orientation, boolean animated)
        implements MediaFacts {
    /** A photo that is upright as stored and does not move. */
    public PhotoFacts(PhotoFormat format, int width, int height) {
        this(format, width, height, 1, false);
    }

    @Override
    public String contentType() {
        return format.contentType();
    }
}
