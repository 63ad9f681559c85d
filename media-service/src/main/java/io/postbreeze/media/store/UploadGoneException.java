package io.postbreeze.media.store;

/** The store knows nothing of a multipart upload, or of parts, that should be there. */
public final class UploadGoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UploadGoneException(Throwable cause) {
        super("The store has lost parts of a file", cause);
    }
}
