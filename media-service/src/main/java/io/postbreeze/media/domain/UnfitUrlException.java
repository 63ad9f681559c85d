package io.postbreeze.media.domain;

/** A URL, or what was to be a verified domain or prefix, in a form that TikTok has no use for. */
final class UnfitUrlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    UnfitUrlException(String code, String message) {
        // An answer to a user, not a fault of ours: the stack trace would only cost.
        super(message, null, false, false);
        this.reason = new Reason(code, message);
    }

    /** The same for an answer. */
    Reason reason() {
        return reason;
    }
}
