package io.postbreeze.bench.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Photos as a telephone takes them, as PNG: 4,000 × 3,000, with some noise, so that they do not compress away. */
final class LargePhoto {
    private static final int WIDTH = 4_000;
    private static final int HEIGHT = 3_000;

    private LargePhoto() {}

    /** Another one for each number. */
    static byte[] png(int number) throws IOException {
        SplittableRandom noise = new SplittableRandom(number);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        int[] row = new int[WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int light = (x * 200 / WIDTH + y * 50 / HEIGHT + noise.nextInt(4)) & 0xFF;
                row[x] = light << 16 | (255 - light) << 8 | (number * 7 & 0xFF);
            }
            image.setRGB(0, y, WIDTH, 1, row, 0, WIDTH);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
