package io.postbreeze.media.fetch;

import io.postbreeze.media.inspection.Rejection;
import io.postbreeze.media.inspection.RejectionCode;

/** Why a file could not be had from a URL. */
public final class FetchFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    FetchFailure(RejectionCode code, String message) {
        // An answer to a user, not a fault of ours: the stack trace would only cost.
        super(message, null, false, false);
        this.rejection = new Rejection(code, message);
    }

    /** The same for the file's owner. */
    public Rejection rejection() {
        return rejection;
    }
}
