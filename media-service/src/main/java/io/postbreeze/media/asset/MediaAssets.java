package io.postbreeze.media.asset;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
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

    Uni<MediaAsset> add(MediaAsset asset) {
        return Panache.withTransaction(() -> persist(asset));
    }

    /** The assets of these names in these workspaces, those that exist. */
    Uni<List<MediaAsset>> named(Collection<String> workspaceIds, Collection<String> ids) {
        return Panache.withSession(() -> list(NAMED, workspaceIds, ids));
    }

    /**
     * Writes what a look at the store showed.
     *
     * @param examinations by asset id
     * @return the assets as they are now
     */
    Uni<List<MediaAsset>> record(String workspaceId, Map<String, Examination> examinations, Instant now) {
        return Panache.withTransaction(() -> list(NAMED, List.of(workspaceId), examinations.keySet())
                .invoke(rows ->
                        rows.forEach(row -> row.record(Objects.requireNonNull(examinations.get(row.id)), now))));
    }
}
