package io.postbreeze.media.asset;

import org.jspecify.annotations.Nullable;

/**
 * What a user wants to upload, unchecked.
 *
 * @param filename how the file is called, 1 to 255 characters
 * @param contentType its MIME type
 * @param bytes its size, if known; then the store takes nothing of another size
 * @param sha256 what its bytes are, as 64 hexadecimal digits, if known; then the store takes nothing else
 */
public record PresignRequest(
        @Nullable String filename,
        @Nullable String contentType,
        @Nullable Long bytes,
        @Nullable String sha256) {
    /** One whose bytes are not known yet. */
    public PresignRequest(@Nullable String filename, @Nullable String contentType, @Nullable Long bytes) {
        this(filename, contentType, bytes, null);
    }
}
