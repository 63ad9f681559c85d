package io.postbreeze.media.store;

/** Removes objects for good. Blocking; fails with {@link StoreUnavailableException} when the store does not do it. */
public interface MediaEraser {
    /** Removes an object, if it is there. */
    void erase(String key);

    /**
     * Removes every object whose key begins so.
     *
     * @param prefix ends with a slash
     */
    void eraseUnder(String prefix);
}
