package io.postbreeze.tiktok;

/**
 * How the bytes will come.
 *
 * @param videoSize size of the whole file, in bytes
 * @param chunkSize size of every chunk but the last, in bytes
 * @param totalChunkCount {@code videoSize / chunkSize} rounded down; the last chunk takes the remainder
 */
public record FileUpload(long videoSize, long chunkSize, int totalChunkCount) {}
