package io.postbreeze.media.asset;

import io.postbreeze.media.store.MediaEraser;
import io.postbreeze.media.store.MultipartStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Removes a file, everything that was made of it, and then its rows. If it dies between, the rows are still there and
 * it begins again. What is being made of it at the moment is waited for: it would be stored after all was gone.
 */
@ApplicationScoped
class DestroyMedia {
    private static final List<String> NOT_BEGUN = List.of(
            "delete from renditions where workspace_id = $1 and media_id = $2 and state = 'PENDING'"
                    + " and (lease_owner is null or wake_at <= $3)",
            "delete from video_jobs where workspace_id = $1 and media_id = $2 and state = 'PENDING'"
                    + " and (lease_id is null or due_at <= $3)");
    private static final String BEGUN = """
            select 1 from renditions where workspace_id = $1 and media_id = $2 and state = 'PENDING'
            union all
            select 1 from video_jobs where workspace_id = $1 and media_id = $2 and state = 'PENDING'""";
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
    private final Clock clock;

    DestroyMedia(Pool pool, MediaEraser eraser, MultipartStore uploads, Vertx vertx, Clock clock) {
        this.pool = pool;
        this.eraser = eraser;
        this.uploads = uploads;
        this.vertx = vertx;
        this.clock = clock;
    }

    /** Fails when something is being made of the file; then it is to be called again later. */
    Uni<Void> destroy(MediaAsset asset) {
        Tuple named = Tuple.of(asset.workspaceId, asset.id);
        Tuple now = Tuple.of(asset.workspaceId, asset.id, clock.instant().atOffset(ZoneOffset.UTC));
        return pool.withTransaction(connection -> each(connection, NOT_BEGUN, now))
                .chain(() -> pool.preparedQuery(BEGUN).execute(named))
                .invoke(begun -> {
                    if (begun.size() > 0) {
                        throw new IllegalStateException("Something is being made of it");
                    }
                })
                .chain(() -> pool.preparedQuery(RENDITIONS).execute(named))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("storage_key"))
                        .toList())
                .flatMap(renditions -> vertx.executeBlocking(() -> erase(asset, renditions), false))
                .chain(() -> pool.withTransaction(connection -> each(connection, ROWS, named)));
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

    private static Uni<Void> each(SqlConnection connection, List<String> statements, Tuple values) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (String statement : statements) {
            done = done.chain(() -> connection.preparedQuery(statement).execute(values))
                    .replaceWithVoid();
        }
        return done;
    }
}
