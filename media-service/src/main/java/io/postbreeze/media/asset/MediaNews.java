package io.postbreeze.media.asset;

import io.postbreeze.events.MediaEvent;
import io.postbreeze.events.MediaReady;
import io.postbreeze.events.MediaRejected;
import io.postbreeze.media.inspection.MediaFacts;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The event that tells what an asset has become. */
final class MediaNews {
    private MediaNews() {}

    /** Empty while there is nothing to tell. */
    static Optional<MediaEvent> of(MediaAsset asset, Instant now) {
        return switch (asset.status) {
            case PENDING, PROCESSING -> Optional.empty();
            case READY -> asset.found().map(found -> ready(asset, found, now));
            case REJECTED ->
                asset.rejection()
                        .map(why -> new MediaRejected(
                                asset.id, asset.workspaceId, why.code().name(), why.message(), now));
        };
    }

    private static MediaEvent ready(MediaAsset asset, Findings found, Instant now) {
        return new MediaReady(
                asset.id,
                asset.workspaceId,
                Objects.requireNonNullElse(found.kind, asset.declaredKind).name(),
                found.facts().map(MediaFacts::contentType).orElse(asset.declaredType),
                found.sizeBytes,
                found.width,
                found.height,
                found.durationMs,
                now);
    }
}
