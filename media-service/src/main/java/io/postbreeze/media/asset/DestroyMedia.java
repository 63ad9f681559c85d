package io.postbreeze.media.asset;

import io.postbreeze.media.store.MediaEraser;
import io.postbreeze.media.store.MultipartStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Removes a file, everything that was made of it, and then its rows. If it dies between, the rows are still there and
 * it begins again.
 */
@ApplicationScoped
class DestroyMedia {
    private static final String RENDITIONS =
            "select storage_key from renditions where workspace_id = $1 and media_id = $2";
    private static final List<String> ROWS = List.of(
            "delete from renditions where workspace_id = $1 and media_id = $2",
            "delete from video_jobs where workspace_id = $1 and media_id = $2",
            "delete from media_assets where workspace_id = $1 and id = $2");

    private final Pool pool;
    private final MediaEraser eraser;
    private final MultipartStore uploads;
    private final Vertx vertx;

    DestroyMedia(Pool pool, MediaEraser eraser, MultipartStore uploads, Vertx vertx) {
        this.pool = pool;
        this.eraser = eraser;
        this.uploads = uploads;
        this.vertx = vertx;
    }

    Uni<Void> destroy(MediaAsset asset) {
        Tuple named = Tuple.of(asset.workspaceId, asset.id);
        return pool.preparedQuery(RENDITIONS)
                .execute(named)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("storage_key"))
                        .toList())
                .flatMap(renditions -> vertx.executeBlocking(() -> erase(asset, renditions), false))
                .chain(() -> pool.withTransaction(connection -> forget(connection, named)));
    }

    private boolean erase(MediaAsset asset, List<String> renditions) {
        if (asset.uploadId != null) {
            uploads.abort(asset.storageKey, asset.uploadId);
        }
        renditions.forEach(eraser::erase);
        // Beside the file lies what was made of it.
        eraser.eraseUnder(asset.storageKey.substring(0, asset.storageKey.lastIndexOf('/') + 1));
        return true;
    }

    private static Uni<Void> forget(SqlConnection connection, Tuple named) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (String rows : ROWS) {
            done = done.chain(() -> connection.preparedQuery(rows).execute(named))
                    .replaceWithVoid();
        }
        return done;
    }
}
