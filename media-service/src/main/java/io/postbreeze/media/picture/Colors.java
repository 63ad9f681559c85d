package io.postbreeze.media.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.Raster;
import java.util.Arrays;

/** Brings pictures into sRGB, which is what TikTok shows. */
final class Colors {
    private Colors() {}

    /** The same in sRGB, perhaps the very picture. */
    static BufferedImage plain(BufferedImage picture) {
        ColorSpace colors = picture.getColorModel().getColorSpace();
        if (colors.getType() == ColorSpace.TYPE_GRAY) {
            return grey(picture);
        }
        return colors.isCS_sRGB() ? picture : converted(picture);
    }

    /** Drawing would convert too, but pixel by pixel, which takes seconds. */
    private static BufferedImage converted(BufferedImage picture) {
        boolean hasAlpha = picture.getColorModel().hasAlpha();
        BufferedImage plain = new BufferedImage(
                picture.getWidth(),
                picture.getHeight(),
                hasAlpha ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        return new ColorConvertOp(null).filter(picture, plain);
    }

    /** Files hold greys as they are to be shown; Java takes them for amounts of light and would brighten them. */
    private static BufferedImage grey(BufferedImage picture) {
        Raster samples = picture.getRaster();
        int width = picture.getWidth();
        int most = (1 << picture.getColorModel().getComponentSize(0)) - 1;
        BufferedImage plain = new BufferedImage(width, picture.getHeight(), BufferedImage.TYPE_INT_ARGB);
        int[] greys = new int[width];
        int[] alphas = new int[width];
        Arrays.fill(alphas, most);
        for (int y = 0; y < picture.getHeight(); y++) {
            samples.getSamples(0, y, width, 1, 0, greys);
            if (samples.getNumBands() > 1) {
                samples.getSamples(0, y, width, 1, 1, alphas);
            }
            for (int x = 0; x < width; x++) {
                int grey = greys[x] * 255 / most;
                greys[x] = (alphas[x] * 255 / most) << 24 | grey << 16 | grey << 8 | grey;
            }
            plain.setRGB(0, y, width, 1, greys, 0, width);
        }
        return plain;
    }
}
