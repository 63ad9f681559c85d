package io.postbreeze.media.asset;

import io.postbreeze.api.ApiException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/**
 * What a workspace may store. What is under way at the same time does not see each other, so a workspace can get over
 * its quota by that much, once.
 */
@ApplicationScoped
class StorageQuota {
    private static final String STORED = """
            select coalesce(sum(coalesce(size_bytes, declared_bytes)), 0)::bigint as bytes
            from media_assets where workspace_id = $1 and deleted_at is null""";

    private static final double GIB = 1L << 30;

    private final Pool pool;
    private final LibraryConfig config;

    StorageQuota(Pool pool, LibraryConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /**
     * Fails with 403 when there is no room.
     *
     * @param bytes how much is to come, 0 when nobody knows
     */
    Uni<Void> require(String workspaceId, long bytes) {
        long most = config.quota().asLongValue();
        return pool.preparedQuery(STORED)
                .execute(Tuple.of(workspaceId))
                .map(rows -> rows.iterator().next().getLong("bytes"))
                .invoke(stored -> {
                    if (stored + Math.max(1, bytes) > most) {
                        throw exceeded(stored, most);
                    }
                })
                .replaceWithVoid();
    }

    private static ApiException exceeded(long stored, long most) {
        return new ApiException(
                403,
                "STORAGE_LIMIT_EXCEEDED",
                String.format(
                        Locale.ROOT,
                        "This workspace stores %.1f of %.1f GiB; there is no room for this file. Delete files that no"
                                + " post uses.",
                        stored / GIB,
                        most / GIB));
    }
}
