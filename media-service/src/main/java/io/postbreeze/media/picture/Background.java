package io.postbreeze.media.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;

/** What is seen beside a photo that does not fill the frame: itself, enlarged and blurred. */
final class Background {
    private static final int BLUR = 9;
    private static final int SHRUNK = 20;
    private static final float DIMMED = 0.25f;

    private Background() {}

    static BufferedImage behind(BufferedImage photo) {
        BufferedImage framed = new BufferedImage(Frame.WIDTH, Frame.HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = Scaling.smoothly(framed);
        graphics.drawImage(blurred(photo), 0, 0, Frame.WIDTH, Frame.HEIGHT, null);
        graphics.setColor(new Color(0, 0, 0, DIMMED));
        graphics.fillRect(0, 0, Frame.WIDTH, Frame.HEIGHT);
        int left = (Frame.WIDTH - photo.getWidth()) / 2;
        int top = (Frame.HEIGHT - photo.getHeight()) / 2;
        graphics.drawImage(photo, left, top, null);
        graphics.dispose();
        return framed;
    }

    /** Small, so that a small kernel blurs it much. */
    private static BufferedImage blurred(BufferedImage photo) {
        int width = Frame.WIDTH / SHRUNK;
        int height = Frame.HEIGHT / SHRUNK;
        Frame filling = Frame.filling(photo.getWidth(), photo.getHeight(), width, height);
        Rectangle part = filling.part();
        BufferedImage small = Scaling.reduced(
                photo.getSubimage(part.x, part.y, part.width, part.height), width + BLUR, height + BLUR);
        float[] weights = new float[BLUR * BLUR];
        Arrays.fill(weights, 1f / weights.length);
        BufferedImage soft =
                new ConvolveOp(new Kernel(BLUR, BLUR, weights), ConvolveOp.EDGE_NO_OP, null).filter(small, null);
        // The kernel does not reach the edge.
        return soft.getSubimage(BLUR / 2, BLUR / 2, width, height);
    }
}
