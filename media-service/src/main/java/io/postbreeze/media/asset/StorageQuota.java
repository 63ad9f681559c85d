package io.postbreeze.media.asset;

import io.postbreeze.api.ApiException;
import io.postbreeze.media.store.StoreConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a workspace may store. What was announced counts for as long as it can still be uploaded. What is under way at
 * the same time does not see each other, so a workspace can get over its quota by that much, once.
 */
@ApplicationScoped
class StorageQuota {
    private static final String STORED = """
            select coalesce(sum(case
                    when size_bytes is not null then size_bytes
                    when created_at > $2 or upload_id is not null then declared_bytes end), 0)::bigint as bytes
            from media_assets where workspace_id = $1 and deleted_at is null""";

    private static final double GIB = 1L << 30;

    /** Counting takes longer the more files there are, so far below the quota it is not done for each of them. */
    private static final Duration GOOD_FOR = Duration.ofSeconds(5);

    /** How near the quota every file is counted: within a tenth of it. */
    private static final int LARGE_PART = 10;

    private static final int MOST_READINGS = 10_000;

    private final Map<String, Reading> readings = new ConcurrentHashMap<>();
    private final Pool pool;
    private final LibraryConfig config;
    private final StoreConfig store;
    private final Clock clock;

    StorageQuota(Pool pool, LibraryConfig config, StoreConfig store, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Fails with 403 when there is no room.
     *
     * @param bytes how much is to come, 0 when nobody knows
     */
    Uni<Void> require(String workspaceId, long bytes) {
        long most = config.quota().asLongValue();
        Instant now = clock.instant();
        Reading last = readings.get(workspaceId);
        if (last != null && last.isEnough(now) && last.take(bytes) < most / LARGE_PART * (LARGE_PART - 1)) {
            return Uni.createFrom().voidItem();
        }
        return read(workspaceId, now)
                .invoke(stored -> {
                    if (stored + Math.max(1, bytes) > most) {
                        throw exceeded(stored, most);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Long> read(String workspaceId, Instant now) {
        Instant expired = now.minus(store.uploadTtl());
        return pool.preparedQuery(STORED)
                .execute(Tuple.of(workspaceId, expired.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getLong("bytes"))
                .invoke(stored -> remember(workspaceId, new Reading(now, new AtomicLong(stored))));
    }

    private void remember(String workspaceId, Reading reading) {
        if (readings.size() > MOST_READINGS) {
            readings.clear();
        }
        readings.put(workspaceId, reading);
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

    /**
     * What was stored, and what this replica has let pass since.
     *
     * @param at when it was counted
     * @param bytes of both
     */
    private record Reading(Instant at, AtomicLong bytes) {
        boolean isEnough(Instant now) {
            return now.isBefore(at.plus(GOOD_FOR));
        }

        long take(long more) {
            return bytes.addAndGet(more);
        }
    }
}
