package io.postbreeze.media.asset;

import io.postbreeze.media.fetch.Checkpoint;
import org.jspecify.annotations.Nullable;

/**
 * A fetch that this replica may work on.
 *
 * @param url where the file is; may carry a signature, so it is never logged
 * @param leaseId what proves that nobody else has taken it over
 * @param attempts how many replicas have begun it, this one included
 * @param reached where the one before stopped, null when nothing is in the store
 */
record FetchJob(
        String workspaceId,
        String mediaId,
        String url,
        String leaseId,
        int attempts,
        @Nullable Checkpoint reached) {
    /** Without the URL: it must not get into logs. */
    @Override
    public String toString() {
        return "FetchJob[" + mediaId + ", attempt " + attempts + "]";
    }
}
