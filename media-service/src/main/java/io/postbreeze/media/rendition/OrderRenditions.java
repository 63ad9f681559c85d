package io.postbreeze.media.rendition;

import io.postbreeze.media.asset.MediaConfig;
import io.postbreeze.media.asset.PhotoFile;
import io.postbreeze.media.asset.ResolveMedia;
import io.postbreeze.media.store.StoredObject;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Orders renditions of photos that have none, and tells how far they are. */
@ApplicationScoped
class OrderRenditions {
    private final ResolveMedia media;
    private final Renditions renditions;
    private final RenditionWorker worker;
    private final Clock clock;
    private final URI publicUrl;

    OrderRenditions(
            ResolveMedia media, Renditions renditions, RenditionWorker worker, Clock clock, MediaConfig config) {
        this.media = media;
        this.renditions = renditions;
        this.worker = worker;
        this.clock = clock;
        this.publicUrl = config.publicUrl();
    }

    /** One answer per photo, in their order; fails with 503 when the store cannot be asked. */
    Uni<List<RenditionView>> order(RenditionOrder order) {
        return media.photos(order.workspaceId(), order.mediaIds()).chain(files -> {
            List<StoredPhoto> photos = files.stream()
                    .filter(file -> file.object() != null)
                    .map(file -> new StoredPhoto(file.mediaId(), Objects.requireNonNull(file.object())))
                    .distinct()
                    .toList();
            return renditions
                    .order(order.workspaceId(), order.fit(), photos, clock.instant())
                    .invoke(known -> known.values().stream()
                            .filter(Rendition::isPending)
                            .findAny()
                            .ifPresent(pending -> worker.wake()))
                    .map(known -> files.stream().map(file -> view(file, known)).toList());
        });
    }

    private RenditionView view(PhotoFile file, Map<String, Rendition> known) {
        @Nullable Rendition rendition = known.get(file.mediaId());
        if (rendition == null) {
            return RenditionView.refused(file.mediaId(), Objects.requireNonNullElse(file.refusal(), "MEDIA_NOT_FOUND"));
        }
        Rendition.Made made = rendition.made();
        return new RenditionView(
                file.mediaId(),
                rendition.state(),
                made == null ? null : publicUrl + "/" + rendition.key().storageKey(),
                made == null ? null : made.sizeBytes(),
                made == null ? null : made.width(),
                made == null ? null : made.height(),
                rendition.failureCode(),
                rendition.failureMessage());
    }

    /** A photo and the version of it that is meant. */
    record StoredPhoto(String mediaId, StoredObject object) {}
}
