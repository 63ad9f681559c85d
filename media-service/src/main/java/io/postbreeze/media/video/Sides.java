package io.postbreeze.media.video;

import io.postbreeze.media.inspection.VideoFacts;

/** Width and height of a picture, in pixels. */
record Sides(int width, int height) {
    /** As a player shows the video: turned. */
    static Sides shown(VideoFacts video) {
        boolean lying = video.rotation() % 180 != 0;
        return lying ? new Sides(video.height(), video.width()) : new Sides(video.width(), video.height());
    }

    /** Scaled down, ratio kept, so that no side is longer; never scaled up, both sides even and at least 2. */
    Sides within(int longest) {
        double factor = Math.min(1, longest / (double) Math.max(width, height));
        return new Sides(even(width * factor), even(height * factor));
    }

    /** Encoders share colours between pairs of pixels. */
    static int even(double side) {
        return Math.max(2, (int) Math.round(side / 2) * 2);
    }
}
