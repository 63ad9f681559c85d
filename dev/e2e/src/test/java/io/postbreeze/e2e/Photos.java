package io.postbreeze.e2e;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pictures that nobody else has. */
final class Photos {
    private Photos() {}

    /** Writes a picture of TikTok's size; each number has another colour. */
    static Path jpeg(int number, Path file) throws IOException {
        BufferedImage image = new BufferedImage(1080, 1920, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.getHSBColor(number / 10f, 0.6f, 0.9f));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.dispose();
        ImageIO.write(image, "jpeg", file.toFile());
        return file;
    }
}
