package io.postbreeze.media.asset;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** The files that the sweep must look at, earliest first. */
@ApplicationScoped
class SweepQueue {
    private static final String CLAIM = """
            update media_assets asset set sweep_at = $2
            from (select workspace_id, id from media_assets where sweep_at <= $1
                order by sweep_at limit $3 for update skip locked) due
            where asset.workspace_id = due.workspace_id and asset.id = due.id
            returning asset.workspace_id, asset.id""";

    private final Pool pool;
    private final MediaAssets assets;

    SweepQueue(Pool pool, MediaAssets assets) {
        this.pool = pool;
        this.assets = assets;
    }

    /** Takes what is due; it is due again then, if nothing else is said. */
    Uni<List<MediaAssetKey>> claim(Instant now, Instant again, int most) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), again.atOffset(ZoneOffset.UTC), most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new MediaAssetKey(row.getString("workspace_id"), row.getString("id")))
                        .toList());
    }

    /** The file, null when it is gone. */
    Uni<MediaAsset> find(MediaAssetKey key) {
        return Panache.withSession(() -> assets.findById(key));
    }

    /** Changes a file, if it is still there. */
    Uni<Void> change(MediaAsset asset, Consumer<MediaAsset> change) {
        return Panache.withTransaction(() -> assets.findById(new MediaAssetKey(asset.workspaceId, asset.id))
                        .onItem()
                        .ifNotNull()
                        .invoke(change))
                .replaceWithVoid();
    }
}
