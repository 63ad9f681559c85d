package io.postbreeze.media.asset;

import io.postbreeze.media.inspection.Rejection;
import io.postbreeze.media.video.Posters;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The assets' table. Every method opens and ends its own session; what it gives is detached. */
@ApplicationScoped
class MediaAssets implements PanacheRepositoryBase<MediaAsset, MediaAssetKey> {
    private static final String NAMED = "workspaceId in ?1 and id in ?2 order by id";

    private final Posters posters;

    MediaAssets(Posters posters) {
        this.posters = posters;
    }

    Uni<MediaAsset> add(MediaAsset asset) {
        return Panache.withTransaction(() -> persist(asset));
    }

    Uni<Void> addAll(List<MediaAsset> added) {
        return Panache.withTransaction(() -> persist(added));
    }

    /** The assets of these names in these workspaces, those that exist. */
    Uni<List<MediaAsset>> named(Collection<String> workspaceIds, Collection<String> ids) {
        return Panache.withSession(() -> list(NAMED, workspaceIds, ids));
    }

    /**
     * Writes what a look at the store showed, where that is still news.
     *
     * @param examinations by asset id
     * @return the assets as they are now
     */
    Uni<List<MediaAsset>> record(String workspaceId, Map<String, Examination> examinations, Instant now) {
        return Panache.withTransaction(() -> list(NAMED, List.of(workspaceId), examinations.keySet())
                .invoke(rows -> rows.forEach(row -> record(row, Objects.requireNonNull(examinations.get(row.id)), now)))
                .call(this::orderPosters));
    }

    /** Has the posters made that nobody has ordered yet. */
    Uni<Void> withPosters(List<MediaAsset> rows) {
        return rows.stream().anyMatch(MediaAsset::lacksPoster)
                ? Panache.withTransaction(() -> orderPosters(rows))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> orderPosters(List<MediaAsset> rows) {
        return Multi.createFrom()
                .iterable(rows)
                .filter(MediaAsset::lacksPoster)
                .onItem()
                .transformToUniAndConcatenate(row -> posters.order(row.video().orElseThrow()))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static void record(MediaAsset row, Examination examination, Instant now) {
        if (row.isNews(examination)) {
            row.record(examination, now);
        }
    }

    /** Gives up fetches that should have ended; how many. */
    Uni<Integer> giveUpFetches(Rejection reason, Instant now) {
        return Panache.withTransaction(() -> update(
                "status = ?1, fetchFailure = ?2, fetchMessage = ?3, fetchUntil = null, updatedAt = ?4"
                        + " where status = ?5 and fetchUntil < ?4",
                AssetStatus.FETCH_FAILED,
                reason.code(),
                reason.message(),
                now,
                AssetStatus.FETCHING));
    }
}
