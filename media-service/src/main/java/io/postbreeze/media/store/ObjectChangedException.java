package io.postbreeze.media.store;

/** The object is no longer the version that was being read. */
public final class ObjectChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names the object. */
    public ObjectChangedException(String key) {
        super("Overwritten or removed while it was read: " + key);
    }
}
