package io.postbreeze.media.asset;

import org.jspecify.annotations.Nullable;

/**
 * What a user wants to upload in parts, unchecked.
 *
 * @param filename how the file is called, 1 to 255 characters
 * @param contentType its MIME type
 * @param bytes its size
 */
public record MultipartRequest(
        @Nullable String filename,
        @Nullable String contentType,
        @Nullable Long bytes) {}
