package io.postbreeze.media.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The store that holds the files. Asking it blocks, so it is done on worker threads; signing is pure computing. Every
 * question fails with {@link StoreUnavailableException} when the answer cannot be had: no answer is ever guessed.
 */
public interface MediaStore {
    /** Size and version of an object, empty when nothing was stored under the key. Blocking. */
    Optional<StoredObject> find(String key);

    /**
     * Reads a part of exactly this version of an object. Blocking.
     *
     * @param offset first byte
     * @param length number of bytes, all of them inside the object
     * @throws ObjectChangedException when the object was overwritten or removed meanwhile
     */
    byte[] read(StoredObject object, long offset, int length);

    /**
     * Signs an upload.
     *
     * @param contentType the only Content-Type with which the upload will be accepted
     * @param sizeBytes the only size with which it will be accepted, null for any
     * @param sha256 the only content with which it will be accepted, in hexadecimal digits; null for any. A store that
     *     knows no checksums takes any content with the header that names this one.
     */
    SignedRequest signUpload(String key, String contentType, @Nullable Long sizeBytes, @Nullable String sha256);

    /** Signs a download of an object; byte ranges may be asked for. */
    SignedRequest signDownload(String key);

    /** Whether the bucket can be reached now. Blocking. */
    boolean reachable();
}
