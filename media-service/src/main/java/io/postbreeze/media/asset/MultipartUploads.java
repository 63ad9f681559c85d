package io.postbreeze.media.asset;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.PrefixedIds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Uploads in parts: whoever loses the connection asks what has arrived and sends the rest. What has arrived is known to
 * the store alone; a completion or an abort whose answer got lost can be repeated.
 */
@ApplicationScoped
class MultipartUploads {
    private final MediaAssets assets;
    private final UploadInParts parts;
    private final ResolveMedia media;
    private final AssetViews views;
    private final MediaMetrics metrics;
    private final Clock clock;

    MultipartUploads(
            MediaAssets assets,
            UploadInParts parts,
            ResolveMedia media,
            AssetViews views,
            MediaMetrics metrics,
            Clock clock) {
        this.assets = assets;
        this.parts = parts;
        this.media = media;
        this.views = views;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Begins an upload. If this replica dies before it is noted, a lifecycle rule of the bucket cleans up. */
    Uni<MultipartAnswer> begin(String workspaceId, UploadOrder order) {
        PartPlan plan = PartPlan.of(Objects.requireNonNull(order.bytes()));
        MediaAsset asset = MediaAsset.announced(workspaceId, PrefixedIds.next("med"), order, clock.instant());
        return assets.add(asset)
                .chain(() -> parts.begin(asset))
                .chain(uploadId ->
                        assets.change(List.of(workspaceId), asset.id, row -> row.comesInParts(uploadId, plan)))
                .invoke(() -> metrics.presigned(order.type().kind()))
                .map(row -> new MultipartAnswer(views.of(row), plan.partBytes(), plan.count()));
    }

    /** Signs parts. */
    Uni<PartUrls> urls(List<String> workspaceIds, String id, @Nullable PartsRequest request) {
        return assets.one(workspaceIds, id).flatMap(asset -> parts.urls(asset, request));
    }

    /** Tells what has arrived. */
    Uni<UploadParts> show(List<String> workspaceIds, String id) {
        return assets.one(workspaceIds, id).flatMap(parts::arrived);
    }

    /** Makes the file of its parts and looks at it; fails with 409 while parts are missing. */
    Uni<AssetView> complete(List<String> workspaceIds, String id) {
        return assets.one(workspaceIds, id)
                // Completed before, perhaps: then the look shows it.
                .flatMap(asset -> asset.uploadId == null ? Uni.createFrom().voidItem() : parts.join(asset))
                .chain(() -> media.show(workspaceIds, id))
                .invoke(MultipartUploads::requireUploaded);
    }

    private static void requireUploaded(AssetView seen) {
        if (AssetStatus.PENDING.name().equals(seen.status())) {
            throw UploadInParts.ended();
        }
    }

    /** Gives an upload up and forgets its file; fails with 409 when it is complete. */
    Uni<Void> abort(List<String> workspaceIds, String id) {
        return assets.one(workspaceIds, id)
                .flatMap(asset -> parts.abort(asset)
                        .invoke(MultipartUploads::refuseComplete)
                        .chain(() -> assets.forget(asset.workspaceId, asset.id)));
    }

    private static void refuseComplete(boolean complete) {
        if (complete) {
            throw new ApiException(409, "UPLOAD_ENDED", "This upload is complete; delete the file instead.");
        }
    }
}
