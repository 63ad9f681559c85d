package io.postbreeze.media.store;

import java.io.InputStream;

/** Puts large files into the store so that another process can go on where this one stopped. */
public interface ResumableWriter {
    /**
     * Stores all of a stream as one object; blocking. The object appears whole or not at all. Whatever ends the writing
     * early, finished parts stay in the store until {@link #resume} or {@link #abort}; files of less than one part have
     * none. What the stream and the listener throw passes through.
     *
     * @throws StoreUnavailableException when the store does not take it
     */
    void begin(String key, String contentType, InputStream body, PartialUpload.Listener listener);

    /**
     * Goes on with an upload to its end; blocking.
     *
     * @param body what follows after the finished parts
     * @throws UploadGoneException when the store does not know the upload any more
     * @throws StoreUnavailableException when the store does not take it
     */
    void resume(String key, PartialUpload begun, InputStream body, PartialUpload.Listener listener);

    /** Removes the parts of an upload that nobody will go on with, as far as the store lets; blocking. */
    void abort(String key, String uploadId);
}
