package io.postbreeze.media.asset;

import org.jspecify.annotations.Nullable;

/**
 * What a user wants to upload, unchecked.
 *
 * @param filename how the file is called, 1 to 255 characters
 * @param contentType its MIME type
 * @param bytes its size, if known; then the store takes nothing of another size
 */
public record PresignRequest(
        @Nullable String filename,
        @Nullable String contentType,
        @Nullable Long bytes) {}
