package io.postbreeze.media.picture;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.io.File;
import java.io.IOException;

/** How a camera was held, by EXIF's numbers 1 to 8: the picture is stored turned and perhaps mirrored. */
record Orientation(int number) {
    private static final Orientation UPRIGHT = new Orientation(1);
    private static final int FIRST_TURNED = 5;

    /** What the file says; upright when it says nothing, or nonsense. */
    static Orientation of(File file) {
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(file);
            ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer number = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return number == null || number < 1 || number > 8 ? UPRIGHT : new Orientation(number);
        } catch (ImageProcessingException | IOException | RuntimeException _) {
            // Broken metadata is no reason to refuse a picture that can be seen.
            return UPRIGHT;
        }
    }

    /** Whether width and height change places. */
    boolean isTurned() {
        return number >= FIRST_TURNED;
    }

    private boolean isMirrored() {
        return number == 2 || number == 4 || number == 5 || number == 7;
    }

    /** Clockwise quarter turns that make a stored picture upright, after mirroring it left to right. */
    private int quarterTurns() {
        return switch (number) {
            case 3, 4 -> 2;
            case 6, 7 -> 1;
            case 5, 8 -> 3;
            default -> 0;
        };
    }

    /** From the pixels of a stored picture of that size to those of the upright one. */
    AffineTransform toUpright(double storedWidth, double storedHeight) {
        AffineTransform upright = new AffineTransform();
        switch (quarterTurns()) {
            case 1 -> upright.translate(storedHeight, 0);
            case 2 -> upright.translate(storedWidth, storedHeight);
            case 3 -> upright.translate(0, storedWidth);
            default -> {}
        }
        upright.quadrantRotate(quarterTurns());
        if (isMirrored()) {
            upright.translate(storedWidth, 0);
            upright.scale(-1, 1);
        }
        return upright;
    }

    /** Where a part of the upright picture is in the stored one of that size. */
    Rectangle stored(Rectangle part, int storedWidth, int storedHeight) {
        try {
            return toUpright(storedWidth, storedHeight)
                    .createInverse()
                    .createTransformedShape(part)
                    .getBounds();
        } catch (java.awt.geom.NoninvertibleTransformException e) {
            throw new IllegalStateException("Turns can always be turned back", e);
        }
    }
}
