package io.postbreeze.media.inspection;

/** Ends the reading of a file that turned out to be useless; becomes a {@link Rejection}, never leaves the package. */
final class UnreadableMedia extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    private UnreadableMedia(Rejection rejection) {
        // Part of the normal flow: a stack trace would only cost.
        super(rejection.message(), null, false, false);
        this.rejection = rejection;
    }

    static UnreadableMedia damaged(String how) {
        return of(RejectionCode.MEDIA_DAMAGED, "The file is damaged: " + how + ". Export or upload it again.");
    }

    static UnreadableMedia cutOff() {
        return damaged("it ends too early");
    }

    static UnreadableMedia tooComplex(String how) {
        return of(
                RejectionCode.MEDIA_TOO_COMPLEX,
                "The file cannot be checked at a sensible cost: " + how + ". Export it again as an ordinary MP4.");
    }

    static UnreadableMedia noVideo() {
        return of(RejectionCode.MEDIA_NO_VIDEO, "The file has no pictures, only sound or data. Upload a video.");
    }

    static UnreadableMedia of(RejectionCode code, String message) {
        return new UnreadableMedia(new Rejection(code, message));
    }

    Rejection rejection() {
        return rejection;
    }
}
