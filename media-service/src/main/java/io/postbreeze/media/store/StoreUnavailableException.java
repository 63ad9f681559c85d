package io.postbreeze.media.store;

/** The store did not answer, or not as a store should: nothing is known about the object. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what the store said. */
    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** With what is wrong with its answer. */
    public StoreUnavailableException(String message) {
        super(message);
    }
}
