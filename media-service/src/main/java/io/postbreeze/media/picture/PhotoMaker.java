package io.postbreeze.media.picture;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes a JPEG of a photo as TikTok takes it: upright, sRGB, without alpha and metadata, at most 1080 × 1920. Blocking,
 * and safe to be called from several threads; they share one budget of memory and wait for one another's.
 */
public final class PhotoMaker {
    private static final float QUALITY = 0.9f;

    /** The decoded part, the same in sRGB, and its half. */
    private static final double COPIES = 2.25;

    private final MemoryBudget budget;

    /**
     * A maker.
     *
     * @param budgetBytes what all photos that are being made may take together; one that needs more is made alone
     */
    public PhotoMaker(long budgetBytes) {
        this.budget = new MemoryBudget(budgetBytes);
    }

    /**
     * Makes a photo.
     *
     * @throws UnusablePictureException when nothing can be made of the file
     * @throws InterruptedException when the thread is interrupted while it waits for memory
     */
    public MadePhoto make(File file, Fit fit) throws InterruptedException {
        try (PictureSource source = PictureSource.open(file)) {
            Orientation orientation = Orientation.of(file);
            Frame frame = orientation.isTurned()
                    ? Frame.of(fit, source.height(), source.width())
                    : Frame.of(fit, source.width(), source.height());
            Rectangle part = orientation.stored(frame.part(), source.width(), source.height());
            int step = step(frame);
            long cost = (long) (source.cost(part, step) * COPIES);
            budget.take(cost);
            try {
                return made(source.read(part, step), orientation, frame, fit);
            } finally {
                budget.give(cost);
            }
        } catch (IOException e) {
            throw new IllegalStateException("A local file cannot be closed", e);
        }
    }

    /** So many pixels are left out that at least one and a half remain of each that is shown. */
    private static int step(Frame frame) {
        return (int) Math.max(1, Math.floor(frame.reduction() / 1.5));
    }

    private static MadePhoto made(BufferedImage stored, Orientation orientation, Frame frame, Fit fit)
            throws IOException {
        BufferedImage upright = Scaling.upright(stored, orientation, frame.width(), frame.height());
        BufferedImage shown = fit == Fit.PAD ? Background.behind(upright) : upright;
        return new MadePhoto(jpeg(shown), shown.getWidth(), shown.getHeight());
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam wish = writer.getDefaultWriteParam();
            wish.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            wish.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), wish);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
