package io.postbreeze.media.store;

import java.io.InputStream;

/** Puts files into the store that come from elsewhere than their owner's own upload. */
public interface MediaWriter {
    /**
     * Stores all of a stream as one object; blocking. The object appears whole or not at all, and no more than one part
     * of it is in memory. What the stream throws passes through.
     *
     * @throws StoreUnavailableException when the store does not take it
     */
    void write(String key, String contentType, InputStream body);

    /** The same, for an object that anyone may read who knows its key; see {@link StoreConfig#publicReadAcl()}. */
    void writePublic(String key, String contentType, InputStream body);
}
