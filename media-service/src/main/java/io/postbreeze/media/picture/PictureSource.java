package io.postbreeze.media.picture;

import io.postbreeze.media.picture.UnusablePictureException.Reason;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A picture's file, of which the header was read and not a pixel yet. */
final class PictureSource implements AutoCloseable {
    private static final int MILLION = 1_000_000;
    private static final String WEBP = "webp";

    /**
     * Most pixels by format. A PNG is decoded line by line; a progressive JPEG keeps its coefficients, and a WebP all
     * of its pixels, whatever part of them is asked for.
     */
    private static final Map<String, Long> MOST_PIXELS =
            Map.of("png", 100_000_000L, "jpeg", 60_000_000L, WEBP, 25_000_000L);

    private final ImageInputStream input;
    private final ImageReader reader;
    private final String format;
    private final int width;
    private final int height;

    private PictureSource(ImageInputStream input, ImageReader reader) throws IOException {
        this.input = input;
        this.reader = reader;
        this.format = reader.getFormatName().toLowerCase(Locale.ROOT);
        this.width = reader.getWidth(0);
        this.height = reader.getHeight(0);
    }

    static PictureSource open(File file) {
        try {
            ImageInputStream input = ImageIO.createImageInputStream(file);
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                if (MOST_PIXELS.containsKey(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    reader.setInput(input, true, true);
                    return checked(new PictureSource(input, reader));
                }
                reader.dispose();
            }
            input.close();
            throw new UnusablePictureException(Reason.DAMAGED, "It is no JPEG, PNG or WebP that can be read.");
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw damaged(e);
        }
    }

    private static PictureSource checked(PictureSource source) throws IOException {
        long pixels = (long) source.width * source.height;
        long most = Objects.requireNonNull(MOST_PIXELS.get(source.format));
        if (pixels > most) {
            source.close();
            throw new UnusablePictureException(
                    Reason.TOO_MANY_PIXELS,
                    "It has " + pixels / MILLION + " million pixels; of this format at most " + most / MILLION
                            + " million can be decoded.");
        }
        return source;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /**
     * Bytes that decoding a part takes.
     *
     * @param step every how many pixels one is kept
     */
    long cost(Rectangle part, int step) {
        long kept = ((long) part.width / step + 1) * ((long) part.height / step + 1);
        return 4 * (format.equals(WEBP) ? (long) width * height + kept : kept);
    }

    /** Decodes a part, leaving out pixels. */
    BufferedImage read(Rectangle part, int step) {
        ImageReadParam wish = reader.getDefaultReadParam();
        wish.setSourceRegion(part);
        wish.setSourceSubsampling(step, step, 0, 0);
        try {
            return reader.read(0, wish);
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        input.close();
    }

    private static UnusablePictureException damaged(Exception cause) {
        UnusablePictureException damaged =
                new UnusablePictureException(Reason.DAMAGED, "It cannot be read to its end.");
        damaged.addSuppressed(cause);
        return damaged;
    }
}
