package io.postbreeze.sandbox.state;

import org.jspecify.annotations.Nullable;

/**
 * A file that arrived whole.
 *
 * @param index its place in the post, from 0
 * @param url where it was pulled from, without the query; null for an upload
 * @param bytes its size
 * @param sha256 of all its bytes, lower-case hex
 * @param contentType what it is, by its bytes; {@code application/octet-stream} when unreadable
 * @param durationMs length of a video, 0 for a photo or when unreadable
 * @param width pixels, 0 when unreadable
 * @param height pixels, 0 when unreadable
 */
public record Medium(
        int index,
        @Nullable String url,
        long bytes,
        String sha256,
        String contentType,
        long durationMs,
        int width,
        int height) {}
