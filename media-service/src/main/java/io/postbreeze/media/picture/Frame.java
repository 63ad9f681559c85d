package io.postbreeze.media.picture;

import java.awt.Rectangle;

/**
 * What of a picture is shown, and how large.
 *
 * @param part the part of the upright picture that is shown
 * @param width pixels it is shown in
 * @param height pixels it is shown in
 */
record Frame(Rectangle part, int width, int height) {
    /** The largest picture that TikTok takes from everyone. */
    static final int WIDTH = 1_080;

    /** See {@link #WIDTH}. */
    static final int HEIGHT = 1_920;

    /** TikTok takes no side shorter than this. */
    private static final int SHORTEST = 360;

    static Frame of(Fit fit, int width, int height) {
        return switch (fit) {
            case CROP -> filling(width, height, WIDTH, HEIGHT);
            case PAD -> inside(width, height, Double.MAX_VALUE);
            case FIT -> kept(width, height);
        };
    }

    /** The middle of a picture that fills a box. */
    static Frame filling(int width, int height, int boxWidth, int boxHeight) {
        double scale = Math.max((double) boxWidth / width, (double) boxHeight / height);
        int partWidth = Math.clamp(Math.round(boxWidth / scale), 1, width);
        int partHeight = Math.clamp(Math.round(boxHeight / scale), 1, height);
        Rectangle middle = new Rectangle((width - partWidth) / 2, (height - partHeight) / 2, partWidth, partHeight);
        return new Frame(middle, boxWidth, boxHeight);
    }

    /** The whole picture, as large as fits, enlarged at most so many times. */
    private static Frame inside(int width, int height, double mostEnlarged) {
        double scale = Math.min(mostEnlarged, Math.min((double) WIDTH / width, (double) HEIGHT / height));
        return new Frame(
                new Rectangle(width, height),
                Math.clamp(Math.round(width * scale), 1, WIDTH),
                Math.clamp(Math.round(height * scale), 1, HEIGHT));
    }

    /** Enlarged only where TikTok would take it for too small. */
    private static Frame kept(int width, int height) {
        Frame kept = inside(width, height, Math.max(1, (double) SHORTEST / Math.min(width, height)));
        if (Math.min(kept.width, kept.height) < SHORTEST) {
            throw new UnusablePictureException(
                    UnusablePictureException.Reason.SIZE,
                    "It is " + width + " x " + height + ": with its own ratio no size is within TikTok's limits."
                            + " Choose crop or pad.");
        }
        return kept;
    }

    /** How often the longer way the picture is larger than it is shown. */
    double reduction() {
        return Math.min((double) part.width / width, (double) part.height / height);
    }
}
