package io.postbreeze.sandbox.inspection;

/**
 * What a video file says of itself.
 *
 * @param readable whether it is a container this TikTok knows, and whole
 * @param codec short name of the video's coding, empty when unknown
 * @param durationMs length, 0 when unknown
 * @param width pixels, 0 when unknown
 * @param height pixels, 0 when unknown
 * @param framesPerSecond mean rate, 0 when unknown
 */
record Finding(boolean readable, String codec, long durationMs, int width, int height, double framesPerSecond) {
    static final Finding UNREADABLE = new Finding(false, "", 0, 0, 0, 0);
}
