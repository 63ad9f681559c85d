package io.postbreeze.media.asset;

import io.postbreeze.api.ApiException;
import io.postbreeze.media.store.MediaStore;
import io.postbreeze.media.store.MultipartStore;
import io.postbreeze.media.store.SignedRequest;
import io.postbreeze.media.store.StoreUnavailableException;
import io.postbreeze.media.store.StoredPart;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What of an upload in parts is at the store. Fails with 503 when the store does not answer. */
@ApplicationScoped
class UploadInParts {
    private static final int NAMED_AT_MOST = 20;

    private final MultipartStore parts;
    private final MediaStore store;
    private final ResolveMedia media;
    private final Vertx vertx;

    UploadInParts(MultipartStore parts, MediaStore store, ResolveMedia media, Vertx vertx) {
        this.parts = parts;
        this.store = store;
        this.media = media;
        this.vertx = vertx;
    }

    /** Begins an upload; its name at the store. */
    Uni<String> begin(MediaAsset asset) {
        return blocking(() -> parts.begin(asset.storageKey, asset.declaredType));
    }

    /** Signs the parts that are asked for; fails with 400 when there are no such parts. */
    Uni<PartUrls> urls(MediaAsset asset, @Nullable PartsRequest request) {
        Upload upload = upload(asset);
        List<Integer> numbers = PartsRequest.checked(request, upload.plan());
        return blocking(() ->
                new PartUrls(numbers.stream().map(number -> url(upload, number)).toList()));
    }

    private PartUrls.PartUrl url(Upload upload, int number) {
        long bytes = upload.plan().sizeOf(number);
        SignedRequest signed = parts.signPart(upload.key(), upload.id(), number, bytes);
        return new PartUrls.PartUrl(number, signed.url(), bytes, signed.headers(), signed.expiresAt());
    }

    /** What has arrived. */
    Uni<UploadParts> arrived(MediaAsset asset) {
        Upload upload = upload(asset);
        return blocking(() -> parts.parts(upload.key(), upload.id())
                .map(arrived -> UploadParts.of(upload.plan(), arrived))
                .orElseThrow(UploadInParts::ended));
    }

    /** Makes the object of its parts; fails with 409 while some are missing. */
    Uni<Void> join(MediaAsset asset) {
        Upload upload = upload(asset);
        return blocking(() -> join(upload)).replaceWithVoid();
    }

    private boolean join(Upload upload) {
        List<StoredPart> arrived = parts.parts(upload.key(), upload.id()).orElse(List.of());
        if (arrived.isEmpty() && store.find(upload.key()).isPresent()) {
            // Somebody was faster, or the answer to an earlier completion got lost.
            return true;
        }
        List<Integer> missing = upload.plan().missing(arrived);
        if (!missing.isEmpty()) {
            throw incomplete(missing, upload.plan());
        }
        return parts.complete(upload.key(), upload.id(), arrived);
    }

    private static ApiException incomplete(List<Integer> missing, PartPlan plan) {
        List<Integer> some = missing.subList(0, Math.min(NAMED_AT_MOST, missing.size()));
        String more = missing.size() > some.size() ? " and " + (missing.size() - some.size()) + " more" : "";
        return new ApiException(
                409, "UPLOAD_INCOMPLETE", "Of " + plan.count() + " parts these have not arrived: " + some + more + ".");
    }

    /** Gives the upload up; whether it was complete before. */
    Uni<Boolean> abort(MediaAsset asset) {
        Upload upload = upload(asset);
        return blocking(() -> {
            parts.abort(upload.key(), upload.id());
            return store.find(upload.key()).isPresent();
        });
    }

    private static Upload upload(MediaAsset asset) {
        if (asset.uploadId == null || asset.partBytes == null || asset.declaredBytes == null) {
            throw ended();
        }
        return new Upload(asset.storageKey, asset.uploadId, new PartPlan(asset.declaredBytes, asset.partBytes));
    }

    static ApiException ended() {
        return new ApiException(
                409, "UPLOAD_ENDED", "This file is not being uploaded in parts, or the upload has ended.");
    }

    private <T> Uni<T> blocking(Callable<T> work) {
        return vertx.executeBlocking(work, false)
                .onFailure(StoreUnavailableException.class)
                .transform(media::unavailable);
    }

    /** One that is under way. */
    private record Upload(String key, String id, PartPlan plan) {}
}
