package io.postbreeze.sandbox.inspection;

/**
 * What a video or photo says of itself.
 *
 * @param readable whether it is a container or picture format this TikTok knows, and whole
 * @param codec the coding as its container names it ({@code avc1}, {@code V_VP9}) or {@code jpeg} or {@code webp};
 *     empty when unreadable
 * @param durationMs length, 0 for a photo
 * @param width pixels as shown, after rotation; 0 when unreadable
 * @param height pixels as shown, after rotation; 0 when unreadable
 * @param framesPerSecond mean rate, 0 for a photo
 */
public record Finding(boolean readable, String codec, long durationMs, int width, int height, double framesPerSecond) {
    /** What is neither a video nor a photo, or not all of one. */
    public static final Finding UNREADABLE = new Finding(false, "", 0, 0, 0, 0);

    /** What a browser calls it; of MP4 and MOV, which it plays alike, the former. */
    public String contentType() {
        if (!readable) {
            return "application/octet-stream";
        }
        return switch (codec) {
            case "jpeg" -> "image/jpeg";
            case "webp" -> "image/webp";
            default -> codec.startsWith("V_") ? "video/webm" : "video/mp4";
        };
    }

    static Finding photo(String codec, long width, long height) throws Malformed {
        if (width <= 0 || height <= 0) {
            throw new Malformed("A picture without sides");
        }
        return new Finding(true, codec, 0, (int) width, (int) height, 0);
    }
}
