package io.postbreeze.publisher.store;

/** Someone else works on the publication now: whoever gets this stops at once and writes nothing. */
public final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLostException(String publicationId) {
        super(publicationId, null, false, false);
    }
}
