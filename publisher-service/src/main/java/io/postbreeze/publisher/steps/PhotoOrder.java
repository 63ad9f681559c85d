package io.postbreeze.publisher.steps;

import io.postbreeze.publisher.publication.Effect;
import io.postbreeze.publisher.publication.Fact;
import io.postbreeze.publisher.publication.PhotoOptions;
import io.postbreeze.publisher.publication.Publication;
import io.postbreeze.tiktok.PhotoInfo;
import io.postbreeze.tiktok.PhotoInit;
import io.postbreeze.tiktok.PrivacyLevel;
import io.postbreeze.tiktok.TikTokPublishing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Has TikTok fetch the photos of a publication and post them. */
@ApplicationScoped
class PhotoOrder {
    private final Preparation preparation;
    private final TikTokPublishing tiktok;

    PhotoOrder(Preparation preparation, TikTokPublishing tiktok) {
        this.preparation = preparation;
        this.tiktok = tiktok;
    }

    Uni<Fact> give(Publication publication, Effect.PublishPhotos effect, Workbench bench) {
        PhotoOptions options = effect.options();
        PhotoInit init = new PhotoInit(
                options.toInbox() ? null : info(options),
                options.title(),
                emptyAsNull(options.description()),
                options.aiGenerated(),
                effect.photos().addresses(),
                options.coverIndex());
        return preparation
                .access(publication, bench)
                .chain(access -> tiktok.initPhotos(access.token(), init))
                .map(publishId ->
                        new Fact.PhotosTaken(publishId, effect.photos().sizeBytes()));
    }

    private static PhotoInfo info(PhotoOptions options) {
        return new PhotoInfo(
                PrivacyLevel.valueOf(options.privacy()),
                options.disableComment(),
                options.autoAddMusic(),
                options.brandContent(),
                options.brandOrganic());
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
