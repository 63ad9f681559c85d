package io.postbreeze.media.store;

/**
 * One version of a stored file.
 *
 * @param key where it is stored
 * @param sizeBytes its size
 * @param etag the store's name for this version, with quotes if the store gives them
 */
public record StoredObject(String key, long sizeBytes, String etag) {}
