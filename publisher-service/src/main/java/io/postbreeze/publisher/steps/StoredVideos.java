package io.postbreeze.publisher.steps;

import io.postbreeze.publisher.failure.Failure;
import io.postbreeze.publisher.failure.FailureKind;
import io.postbreeze.publisher.publication.MediaFacts;
import io.postbreeze.publisher.publication.Publication;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Finds the video of a publication; all failures are {@link StepException}s. */
@ApplicationScoped
class StoredVideos {
    private final MediaClient media;

    StoredVideos(@RestClient MediaClient media) {
        this.media = media;
    }

    Uni<StoredVideo> of(Publication publication) {
        List<String> ids = publication.content().mediaIds();
        return media.resolve(new MediaClient.Question(publication.key().workspaceId(), ids))
                .onFailure()
                .transform(StoredVideos::unavailable)
                .map(answer -> theOne(publication, answer.media()));
    }

    private static StoredVideo theOne(Publication publication, List<MediaClient.Asset> assets) {
        if (assets.size() != 1) {
            throw StepException.unusable("TT_MIXED_MEDIA", "A video post has exactly one video.");
        }
        StoredVideo video = usable(assets.getFirst());
        long planned = publication.totalBytes();
        if (planned != 0 && planned != video.facts().sizeBytes()) {
            throw StepException.unusable("MEDIA_CHANGED", "The file was replaced while it was being sent.");
        }
        return video;
    }

    private static StoredVideo usable(MediaClient.Asset asset) {
        if (asset.rejection() != null) {
            String message = asset.rejection().message();
            throw StepException.unusable(
                    asset.rejection().code(), message == null ? "The media cannot be used." : message);
        }
        if (!"READY".equals(asset.status())) {
            throw StepException.unusable("MEDIA_" + asset.status(), "The media is not there or cannot be used.");
        }
        if (!"VIDEO".equals(asset.kind())) {
            throw StepException.unusable("MEDIA_KIND_UNSUPPORTED", "Only videos can be published so far.");
        }
        return new StoredVideo(
                new MediaFacts(
                        known(asset.contentType()),
                        known(asset.sizeBytes()),
                        asset.durationMs() == null ? Duration.ZERO : Duration.ofMillis(asset.durationMs())),
                URI.create(known(asset.downloadUrl())));
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
