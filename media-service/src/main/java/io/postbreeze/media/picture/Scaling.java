package io.postbreeze.media.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Brings pictures to size, halving them first so that no pixel is overlooked. */
final class Scaling {
    private Scaling() {}

    static BufferedImage upright(BufferedImage stored, Orientation orientation, int width, int height) {
        BufferedImage plain = Colors.plain(stored);
        BufferedImage reduced = orientation.isTurned() ? reduced(plain, height, width) : reduced(plain, width, height);
        AffineTransform turn = orientation.toUpright(reduced.getWidth(), reduced.getHeight());
        if (turn.isIdentity()) {
            return reduced;
        }
        BufferedImage upright = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = upright.createGraphics();
        graphics.drawImage(reduced, turn, null);
        graphics.dispose();
        return upright;
    }

    /** On white, which is what shows where a picture is transparent. */
    static BufferedImage reduced(BufferedImage picture, int width, int height) {
        BufferedImage current = picture;
        boolean isLast = false;
        while (!isLast) {
            int nextWidth = Math.max(width, (current.getWidth() + 1) / 2);
            int nextHeight = Math.max(height, (current.getHeight() + 1) / 2);
            boolean isNear = nextWidth == width && nextHeight == height;
            isLast = isNear || nextWidth >= current.getWidth() || nextHeight >= current.getHeight();
            current = drawn(current, isLast ? width : nextWidth, isLast ? height : nextHeight);
        }
        return current;
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = smoothly(drawn);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return drawn;
    }

    /** Draws with a filter that is good enough for reductions up to a half. */
    static Graphics2D smoothly(BufferedImage target) {
        Graphics2D graphics = target.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        return graphics;
    }
}
