package io.postbreeze.media.asset;

/**
 * Names an asset; the workspace comes first, so that the table can be split by it.
 *
 * @param workspaceId whose it is
 * @param id {@code med_…}
 */
record MediaAssetKey(String workspaceId, String id) {}
