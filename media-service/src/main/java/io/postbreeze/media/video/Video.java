package io.postbreeze.media.video;

/**
 * One version of a stored video.
 *
 * @param key where it is stored
 * @param etag which version
 */
public record Video(String workspaceId, String mediaId, String key, String etag, long sizeBytes) {}
