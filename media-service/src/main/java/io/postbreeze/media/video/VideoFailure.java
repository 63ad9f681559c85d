package io.postbreeze.media.video;

/** Nothing can be made of a video, however often it is tried. */
final class VideoFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * Without a stack trace: it is an answer.
     *
     * @param code contract code
     * @param message for the log
     */
    VideoFailure(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
