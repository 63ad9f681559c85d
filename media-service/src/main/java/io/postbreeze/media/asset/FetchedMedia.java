package io.postbreeze.media.asset;

import io.postbreeze.media.inspection.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file that another service wanted to have fetched.
 *
 * @param mediaId the asset it is, or will be
 * @param status READY, PROCESSING (still; ask again by resolve) or REJECTED
 * @param rejection why it cannot be used, null unless REJECTED
 */
public record FetchedMedia(
        String mediaId, String status, @Nullable Rejection rejection) {
    static FetchedMedia of(MediaAsset asset) {
        return new FetchedMedia(asset.id, asset.status.name(), asset.rejection().orElse(null));
    }
}
