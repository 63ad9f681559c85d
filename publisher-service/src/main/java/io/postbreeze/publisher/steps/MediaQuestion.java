package io.postbreeze.publisher.steps;

import io.postbreeze.publisher.failure.Failure;
import io.postbreeze.publisher.failure.FailureKind;
import io.postbreeze.publisher.publication.MediaFacts;
import io.postbreeze.publisher.publication.Publication;
import io.postbreeze.publisher.publication.Upload;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Asks media-service what a publication consists of; all failures are {@link StepException}s. */
@ApplicationScoped
class MediaQuestion {
    private static final String VIDEO = "VIDEO";
    private static final String PHOTO = "PHOTO";
    private static final String PENDING = "PENDING";
    private static final String READY = "READY";
    private static final String USUAL_FIT = "crop";

    private final MediaClient media;

    MediaQuestion(@RestClient MediaClient media) {
        this.media = media;
    }

    /** The media; fails with {@link NotReadyException} while photos are being prepared or a video is repaired. */
    Uni<StoredMedia> of(Publication publication) {
        List<String> ids = publication.content().mediaIds();
        boolean repaired = Boolean.TRUE.equals(publication.content().settings().autoRepair());
        return media.resolve(new MediaClient.Question(publication.key().workspaceId(), ids, repaired, true))
                .onFailure()
                .transform(MediaQuestion::unavailable)
                .invoke(answer -> answer.media().forEach(MediaQuestion::checkUsable))
                .chain(answer -> isCarousel(answer.media())
                        ? photos(publication)
                        : Uni.createFrom().item(video(publication, answer.media())));
    }

    private static void checkUsable(MediaClient.Asset asset) {
        if (asset.rejection() != null) {
            String message = asset.rejection().message();
            throw StepException.unusable(
                    asset.rejection().code(), message == null ? "The media cannot be used." : message);
        }
        if (PENDING.equals(asset.status())) {
            throw new NotReadyException("The video is being repaired");
        }
        if (asset.repairCode() != null) {
            throw StepException.unusable(
                    asset.repairCode(), "TikTok does not take the video, and it cannot be repaired.");
        }
        if (!READY.equals(asset.status())) {
            throw StepException.unusable("MEDIA_" + asset.status(), "The media is not there or cannot be used.");
        }
    }

    private static boolean isCarousel(List<MediaClient.Asset> assets) {
        return !assets.isEmpty() && assets.stream().allMatch(asset -> PHOTO.equals(asset.kind()));
    }

    private static StoredMedia video(Publication publication, List<MediaClient.Asset> assets) {
        if (assets.size() != 1 || !VIDEO.equals(assets.getFirst().kind())) {
            throw StepException.unusable("TT_MIXED_MEDIA", "A post has exactly one video, or photos only.");
        }
        MediaClient.Asset asset = assets.getFirst();
        MediaFacts.Video facts = new MediaFacts.Video(
                known(asset.contentType()),
                known(asset.sizeBytes()),
                asset.durationMs() == null ? Duration.ZERO : Duration.ofMillis(asset.durationMs()),
                known(asset.etag()));
        if (isAnother(facts, publication.upload())) {
            throw StepException.unusable("MEDIA_CHANGED", "The file was replaced while it was being sent.");
        }
        return new StoredMedia.Video(facts, URI.create(known(asset.downloadUrl())));
    }

    private static boolean isAnother(MediaFacts.Video file, @Nullable Upload upload) {
        if (upload == null) {
            return false;
        }
        // Uploads that began before versions were kept have none.
        boolean sameVersion = upload.version() == null || upload.version().equals(file.version());
        return !sameVersion || upload.plan().totalBytes() != file.sizeBytes();
    }

    private Uni<StoredMedia> photos(Publication publication) {
        String fit = publication.content().settings().photoFit();
        List<String> ids = publication.content().mediaIds();
        return media.renditions(new MediaClient.RenditionOrder(
                        publication.key().workspaceId(), ids, Objects.requireNonNullElse(fit, USUAL_FIT)))
                .onFailure()
                .transform(MediaQuestion::unavailable)
                .map(answer -> carousel(ids.size(), answer.renditions()));
    }

    private static StoredMedia carousel(int expected, List<MediaClient.Rendition> renditions) {
        if (renditions.size() != expected) {
            throw unavailable(null);
        }
        List<URI> addresses = new ArrayList<>();
        long size = 0;
        boolean allReady = true;
        for (MediaClient.Rendition rendition : renditions) {
            if (rendition.code() != null) {
                throw StepException.unusable(
                        rendition.code(),
                        "Photo " + (addresses.size() + 1) + " cannot be made into what TikTok takes.");
            }
            allReady &= READY.equals(rendition.status());
            addresses.add(rendition.publicUrl() == null ? URI.create("") : URI.create(rendition.publicUrl()));
            size += rendition.sizeBytes() == null ? 0 : rendition.sizeBytes();
        }
        if (!allReady) {
            throw new NotReadyException("The photos are being made ready");
        }
        return new StoredMedia.Photos(new MediaFacts.Photos(addresses, size));
    }

    private static <T> T known(@Nullable T fact) {
        if (fact == null) {
            throw unavailable(null);
        }
        return fact;
    }

    private static StepException unavailable(@Nullable Throwable thrown) {
        return new StepException(Failure.of(FailureKind.SERVICE_UNAVAILABLE, "media_unavailable")
                .because("The media could not be looked up yet"));
    }
}
