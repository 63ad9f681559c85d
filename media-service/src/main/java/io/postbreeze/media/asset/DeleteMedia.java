package io.postbreeze.media.asset;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Takes files away from their users. A post can be made of a file while its deletion is asked about, so the bytes stay
 * for a grace, after which {@link MediaSweep} asks once more.
 */
@ApplicationScoped
class DeleteMedia {
    private static final Logger LOGGER = Logger.getLogger(DeleteMedia.class);

    private final MediaAssets assets;
    private final MediaUses uses;
    private final LibraryConfig config;
    private final Clock clock;

    DeleteMedia(MediaAssets assets, MediaUses uses, LibraryConfig config, Clock clock) {
        this.assets = assets;
        this.uses = uses;
        this.config = config;
        this.clock = clock;
    }

    /** Fails with 404 when there is no such file, with 409 when posts use it. */
    Uni<Void> delete(List<String> workspaceIds, String id) {
        return assets.one(workspaceIds, id)
                .flatMap(asset ->
                        uses.of(asset.workspaceId, asset.id).onFailure().transform(DeleteMedia::unknown))
                .invoke(DeleteMedia::refuseUsed)
                .chain(() -> assets.change(workspaceIds, id, this::takeAway))
                .replaceWithVoid();
    }

    private void takeAway(MediaAsset asset) {
        Instant now = clock.instant();
        asset.deletedAt = now;
        asset.sweepAt = now.plus(config.deletionGrace());
        asset.updatedAt = now;
    }

    private static Throwable unknown(Throwable failure) {
        LOGGER.warnf("post-api did not say which posts use a file: %s", failure);
        return new ApiException(
                503, "MEDIA_USES_UNKNOWN", "It cannot be found out right now which posts use this file; try again.");
    }

    private static void refuseUsed(List<MediaUses.Use> found) {
        if (!found.isEmpty()) {
            String posts = found.stream().map(MediaUses.Use::postId).collect(Collectors.joining(", "));
            throw new ApiException(
                    409,
                    "MEDIA_IN_USE",
                    "Posts use this file: " + posts + ". Delete them, or give them other media.",
                    IntStream.range(0, found.size())
                            .mapToObj(index -> new Violation(
                                    "posts[" + index + "]",
                                    "MEDIA_IN_USE",
                                    found.get(index).postId() + " ("
                                            + found.get(index).status() + ")"))
                            .toList());
        }
    }
}
