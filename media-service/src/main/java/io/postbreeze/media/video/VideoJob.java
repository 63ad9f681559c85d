package io.postbreeze.media.video;

import io.postbreeze.media.store.StoredObject;

/**
 * Work that this replica holds the lease of.
 *
 * @param source the version of the video that it is for
 * @param attempts how often it was begun, this time included
 * @param leaseId the fence
 */
record VideoJob(String workspaceId, String mediaId, JobKind kind, StoredObject source, int attempts, String leaseId) {}
