package io.postbreeze.media.picture;

import static io.postbreeze.media.picture.Pictures.BOTTOM_LEFT;
import static io.postbreeze.media.picture.Pictures.BOTTOM_RIGHT;
import static io.postbreeze.media.picture.Pictures.TOP_LEFT;
import static io.postbreeze.media.picture.Pictures.TOP_RIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifDirectoryBase;
import io.postbreeze.media.picture.UnusablePictureException.Reason;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoMakerTest {
    private static final int RGB = BufferedImage.TYPE_INT_RGB;

    private final PhotoMaker maker = new PhotoMaker(64 << 20);

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "4000, 3000, crop, 1080, 1920", "3000, 4000, crop, 1080, 1920", "200, 100, crop, 1080, 1920",
        "1, 1, crop, 1080, 1920", "5000, 10, crop, 1080, 1920", "1080, 1920, crop, 1080, 1920",
        "4000, 3000, pad, 1080, 1920", "300, 4000, pad, 1080, 1920", "10, 10, pad, 1080, 1920",
        "4000, 3000, fit, 1080, 810", "3000, 4000, fit, 1080, 1440", "500, 700, fit, 500, 700",
        "100, 200, fit, 360, 720", "1081, 1920, fit, 1080, 1918",
    })
    void everyFitHasItsSize(int width, int height, String fit, int madeWidth, int madeHeight) {
        MadePhoto made = make(Pictures.encoded(Pictures.quarters(width, height, RGB), "png"), fit);

        BufferedImage seen = Pictures.decoded(made.jpeg());
        assertThat(new int[] {made.width(), made.height(), seen.getWidth(), seen.getHeight()})
                .containsExactly(madeWidth, madeHeight, madeWidth, madeHeight);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void whicheverWayTheCameraWasHeldThePhotoIsUpright(int orientation) {
        BufferedImage upright = Pictures.quarters(1200, 1600, RGB);
        byte[] held = Pictures.held(Pictures.encoded(turned(upright, orientation), "jpeg"), orientation);
        for (String fit : new String[] {"crop", "fit"}) {
            MadePhoto made = make(held, fit);

            BufferedImage seen = Pictures.decoded(made.jpeg());
            assertThat(seen.getWidth()).isLessThan(seen.getHeight());
            assertQuarters(seen);
        }
    }

    @Test
    void aCropShowsTheMiddle() {
        BufferedImage wide = new BufferedImage(3000, 1000, RGB);
        Graphics2D graphics = wide.createGraphics();
        graphics.setColor(Color.MAGENTA);
        graphics.fillRect(1200, 0, 600, 1000);
        graphics.dispose();

        BufferedImage seen =
                Pictures.decoded(make(Pictures.encoded(wide, "png"), "crop").jpeg());

        assertColor(seen, 10, 10, Color.MAGENTA);
        assertColor(seen, 1070, 1910, Color.MAGENTA);
    }

    @Test
    void aPaddedPhotoStandsWholeBeforeItsOwnBlur() {
        BufferedImage seen = Pictures.decoded(make(Pictures.encoded(Pictures.quarters(1000, 1000, RGB), "png"), "pad")
                .jpeg());

        assertQuarters(seen.getSubimage(0, 420, 1080, 1080));
        Color above = new Color(seen.getRGB(100, 100));
        assertThat(above.getRed()).as("dimmed red of %s", above).isBetween(120, 230);
    }

    @Test
    void whatIsTransparentBecomesWhite() {
        BufferedImage clear = new BufferedImage(800, 800, BufferedImage.TYPE_INT_ARGB);

        assertColor(
                Pictures.decoded(make(Pictures.encoded(clear, "png"), "crop").jpeg()), 500, 500, Color.WHITE);
    }

    @Test
    void greysKeepTheirBrightness() {
        BufferedImage grey = new BufferedImage(600, 900, BufferedImage.TYPE_BYTE_GRAY);
        byte[] pixels = new byte[600 * 900];
        Arrays.fill(pixels, (byte) 128);
        grey.getRaster().setDataElements(0, 0, 600, 900, pixels);

        assertColor(Pictures.decoded(make(Pictures.encoded(grey, "png"), "crop").jpeg()), 500, 500, Color.GRAY);
        assertColor(
                Pictures.decoded(
                        make(Pictures.encoded(greyWithAlpha(), "png"), "crop").jpeg()),
                500,
                500,
                Color.GRAY);
    }

    private static BufferedImage greyWithAlpha() {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY), true, false, BufferedImage.BITMASK, DataBuffer.TYPE_BYTE);
        WritableRaster raster = model.createCompatibleWritableRaster(600, 900);
        int[] pixels = new int[600 * 900 * 2];
        for (int i = 0; i < pixels.length; i += 2) {
            pixels[i] = 128;
            pixels[i + 1] = 255;
        }
        raster.setPixels(0, 0, 600, 900, pixels);
        return new BufferedImage(model, raster, false, null);
    }

    @Test
    void sixteenBitsBecomeEight() {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, BufferedImage.OPAQUE, DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(500, 500);
        for (int x = 0; x < 500; x++) {
            for (int y = 0; y < 500; y++) {
                raster.setPixel(x, y, new int[] {65_535, 32_768, 0});
            }
        }
        byte[] png = Pictures.encoded(new BufferedImage(model, raster, false, null), "png");

        assertColor(Pictures.decoded(make(png, "crop").jpeg()), 500, 500, new Color(255, 128, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy.webp", "lossless.webp", "photo.jpg", "photo.png"})
    void everyFormatIsRead(String sample) throws IOException {
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream("/samples/" + sample))) {
            MadePhoto made = make(file.readAllBytes(), "crop");

            assertColor(Pictures.decoded(made.jpeg()), 500, 500, new Color(0x25f4ee));
        }
    }

    @Test
    void nothingIsToldOfWhereAndHowItWasTaken() throws Exception {
        byte[] held = Pictures.held(Pictures.encoded(Pictures.quarters(900, 900, RGB), "jpeg"), 6);

        byte[] made = make(held, "crop").jpeg();

        assertThat(ImageMetadataReader.readMetadata(new ByteArrayInputStream(made))
                        .containsDirectoryOfType(ExifDirectoryBase.class))
                .isFalse();
    }

    @Test
    void aBombIsRefusedBeforeAPixelIsDecoded() {
        byte[] bomb = Pictures.bomb(20_000, 20_000);

        assertThat(bomb).hasSizeLessThan(2_100);
        assertUnusable(bomb, "crop", Reason.TOO_MANY_PIXELS);
    }

    @Test
    void aRatioThatTikTokNeverTakesIsRefused() {
        byte[] strip = Pictures.encoded(Pictures.quarters(4000, 200, RGB), "png");

        assertUnusable(strip, "fit", Reason.SIZE);
        assertThat(make(strip, "pad").width()).isEqualTo(1080);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void aBrokenPictureIsRefusedWhereverItBreaks(String format) {
        byte[] whole = Pictures.encoded(Pictures.quarters(700, 900, RGB), format);
        for (int length = 0; length < whole.length; length += Math.max(1, whole.length / 60)) {
            byte[] cut = Arrays.copyOf(whole, length);
            try {
                assertThat(make(cut, "crop").width()).isEqualTo(1080);
            } catch (UnusablePictureException e) {
                assertThat(e.reason()).isEqualTo(Reason.DAMAGED);
            }
        }
        assertUnusable(Arrays.copyOf(whole, 30), "crop", Reason.DAMAGED);
        assertUnusable(new byte[0], "crop", Reason.DAMAGED);
        assertUnusable("<html>".getBytes(java.nio.charset.StandardCharsets.US_ASCII), "crop", Reason.DAMAGED);
    }

    private void assertUnusable(byte[] picture, String fit, Reason reason) {
        assertThatThrownBy(() -> make(picture, fit))
                .isInstanceOfSatisfying(
                        UnusablePictureException.class,
                        unusable -> assertThat(unusable.reason()).isEqualTo(reason));
    }

    private MadePhoto make(byte[] picture, String fit) {
        try {
            return maker.make(
                    Pictures.file(directory, picture).toFile(), Fit.of(fit).orElseThrow());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As a camera that is held so stores it: EXIF's own words for each number, undone. */
    private static BufferedImage turned(BufferedImage upright, int orientation) {
        int width = upright.getWidth();
        int height = upright.getHeight();
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, -1, 1, 0, 0, width);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, 1, -1, 0, height, 0);
            default -> new AffineTransform();
        };
        boolean isTurned = orientation > 4;
        BufferedImage stored = new BufferedImage(isTurned ? height : width, isTurned ? width : height, RGB);
        Graphics2D graphics = stored.createGraphics();
        graphics.drawImage(upright, turn, null);
        graphics.dispose();
        return stored;
    }

    private static void assertQuarters(BufferedImage seen) {
        int width = seen.getWidth();
        int height = seen.getHeight();
        assertColor(seen, width / 8, height / 8, TOP_LEFT);
        assertColor(seen, width * 7 / 8, height / 8, TOP_RIGHT);
        assertColor(seen, width / 8, height * 7 / 8, BOTTOM_LEFT);
        assertColor(seen, width * 7 / 8, height * 7 / 8, BOTTOM_RIGHT);
    }

    private static void assertColor(BufferedImage seen, int x, int y, Color expected) {
        Color color = new Color(seen.getRGB(x, y));
        int distance = Math.abs(color.getRed() - expected.getRed())
                + Math.abs(color.getGreen() - expected.getGreen())
                + Math.abs(color.getBlue() - expected.getBlue());
        assertThat(distance).as("%s at %d,%d, not %s", color, x, y, expected).isLessThan(24);
    }
}
