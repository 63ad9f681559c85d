package io.postbreeze.media.asset;

import io.postbreeze.media.inspection.Rejection;
import io.postbreeze.media.store.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * A photo's file.
 *
 * @param mediaId the asset
 * @param object the version that was inspected, null when there is none that can be used
 * @param refusal why not, as a code; null when there is one
 */
public record PhotoFile(
        String mediaId,
        @Nullable StoredObject object,
        @Nullable String refusal) {
    static PhotoFile of(String id, @Nullable MediaAsset asset) {
        if (asset == null) {
            return new PhotoFile(id, null, "MEDIA_NOT_FOUND");
        }
        String rejected = asset.rejection().map(Rejection::code).map(Enum::name).orElse(null);
        if (rejected != null) {
            return new PhotoFile(id, null, rejected);
        }
        return asset.found()
                .map(found -> found.kind == MediaKind.PHOTO
                        ? new PhotoFile(id, new StoredObject(asset.storageKey, found.sizeBytes, found.etag), null)
                        : new PhotoFile(id, null, "MEDIA_NOT_A_PHOTO"))
                .orElse(new PhotoFile(id, null, "MEDIA_NOT_UPLOADED"));
    }
}
