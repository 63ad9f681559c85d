package io.postbreeze.media.store;

import java.util.List;
import java.util.Optional;

/**
 * Uploads in parts, which their owner sends in any order and may send again. Every call but signing blocks and fails
 * with {@link StoreUnavailableException} when the store's answer cannot be had.
 */
public interface MultipartStore {
    /** Begins an upload; its name at the store. */
    String begin(String key, String contentType);

    /**
     * Signs the upload of one part.
     *
     * @param number from 1
     * @param bytes the only size with which it will be accepted
     */
    SignedRequest signPart(String key, String uploadId, int number, long bytes);

    /** The parts that have arrived, by number; empty when the store knows no such upload (any more). */
    Optional<List<StoredPart>> parts(String key, String uploadId);

    /** Makes the object of all its parts; false when the store knows no such upload (any more). */
    boolean complete(String key, String uploadId, List<StoredPart> parts);

    /** Gives an upload and its parts up; nothing happens when the store knows no such upload (any more). */
    void abort(String key, String uploadId);
}
