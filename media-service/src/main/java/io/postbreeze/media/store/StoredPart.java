package io.postbreeze.media.store;

/**
 * A part of an upload that the store has.
 *
 * @param partNumber from 1
 * @param bytes its size
 * @param etag the store's name of its content
 */
public record StoredPart(int partNumber, long bytes, String etag) {}
