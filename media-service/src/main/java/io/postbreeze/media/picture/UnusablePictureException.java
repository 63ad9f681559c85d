package io.postbreeze.media.picture;

/** A picture of which nothing can be made, however often it is tried. */
public final class UnusablePictureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    UnusablePictureException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    /** What kind of picture it is. */
    public Reason reason() {
        return reason;
    }

    /** In a sentence for its owner. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** Why nothing can be made of it. */
    public enum Reason {
        /** It is no picture that can be read, or broken. */
        DAMAGED,
        /** It has more pixels than may be decoded. */
        TOO_MANY_PIXELS,
        /** Its sides are outside of TikTok's limits. */
        SIZE
    }
}
