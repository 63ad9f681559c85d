package io.postbreeze.media.asset;

import io.postbreeze.api.PrefixedIds;
import io.postbreeze.media.store.MediaStore;
import io.postbreeze.media.store.SignedRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Gives out a URL to which a client puts a file, and notes the asset it will become. */
@ApplicationScoped
class PresignUpload {
    /** From here on a break costs enough time to offer an upload in parts. */
    private static final long LARGE = 64L << 20;

    private final MediaAssets assets;
    private final MediaStore store;
    private final AssetViews views;
    private final MediaMetrics metrics;
    private final Clock clock;
    private final Vertx vertx;

    PresignUpload(
            MediaAssets assets, MediaStore store, AssetViews views, MediaMetrics metrics, Clock clock, Vertx vertx) {
        this.assets = assets;
        this.store = store;
        this.views = views;
        this.metrics = metrics;
        this.clock = clock;
        this.vertx = vertx;
    }

    Uni<PresignAnswer> presign(String workspaceId, UploadOrder order) {
        MediaAsset asset = MediaAsset.announced(workspaceId, PrefixedIds.next("med"), order, clock.instant());
        return assets.add(asset)
                // Signing computes only, but the credentials may have to be fetched first.

                .chain(() -> vertx.executeBlocking(() -> sign(asset, order.sha256()), false))
                .invoke(signed -> metrics.presigned(order.type().kind()))
                .map(signed -> answer(signed, asset));
    }

    private SignedRequest sign(MediaAsset asset, @Nullable String sha256) {
        return store.signUpload(asset.storageKey, asset.declaredType, asset.declaredBytes, sha256);
    }

    private PresignAnswer answer(SignedRequest upload, MediaAsset asset) {
        AssetView view = views.of(asset);
        return new PresignAnswer(
                upload.url(),
                view.publicUrl(),
                upload.expiresAt(),
                upload.headers(),
                view,
                multipart(asset.declaredBytes));
    }

    private static @Nullable String multipart(@Nullable Long bytes) {
        return bytes != null && bytes > LARGE ? "/api/v1/media/presign-multipart" : null;
    }
}
