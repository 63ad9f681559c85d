package io.postbreeze.media.asset;

import io.postbreeze.media.fetch.Checkpoint;
import io.postbreeze.media.fetch.FetchConfig;
import io.postbreeze.media.store.PartialUpload;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The table of fetches under way. Whoever writes holds the lease, so a replica that was thought dead changes nothing; a
 * row goes when its fetch has ended, and the address with it.
 */
@ApplicationScoped
class FetchJobs {
    private static final Logger LOGGER = Logger.getLogger(FetchJobs.class);
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(5);

    private static final String ADD = """
            insert into media_fetches (workspace_id, media_id, url, lease_id, due_at) values (?1, ?2, ?3, ?4, ?5)""";

    private static final String CLAIM = """
            update media_fetches job
            set lease_id = $2 || ':' || job.media_id, due_at = $3, attempts = job.attempts + 1
            from (select workspace_id, media_id from media_fetches
                where due_at <= $1 order by due_at limit $4 for update skip locked) due
            where job.workspace_id = due.workspace_id and job.media_id = due.media_id
            returning job.*""";

    private static final String RENEW =
            "update media_fetches set due_at = $2 where lease_id = any($1) returning lease_id";

    private static final String KEEP = """
            update media_fetches set content_type = $2, source_version = $3, total_bytes = $4, upload_id = $5,
                part_etags = $6, received_bytes = $7
            where lease_id = $1""";

    private static final String RELEASE = "update media_fetches set due_at = $2 where lease_id = $1";

    private static final String END = "delete from media_fetches where lease_id = $1";

    private final Pool pool;
    private final MediaAssets assets;
    private final FetchConfig config;
    private final Clock clock;

    FetchJobs(Pool pool, MediaAssets assets, FetchConfig config, Clock clock) {
        this.pool = pool;
        this.assets = assets;
        this.config = config;
        this.clock = clock;
    }

    /** Keeps assets together with their fetches, which the caller holds the leases of. */
    Uni<Void> add(String workspaceId, List<MediaAsset> added, List<FetchJob> jobs) {
        return assets.addAll(
                workspaceId,
                added,
                () -> Multi.createFrom()
                        .iterable(jobs)
                        .onItem()
                        .transformToUniAndConcatenate(this::insert)
                        .collect()
                        .asList()
                        .replaceWithVoid());
    }

    private Uni<Integer> insert(FetchJob job) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter(1, job.workspaceId())
                        .setParameter(2, job.mediaId())
                        .setParameter(3, job.url())
                        .setParameter(4, job.leaseId())
                        .setParameter(5, after(config.lease()))
                        .executeUpdate());
    }

    /**
     * Takes over what nobody holds any more.
     *
     * @param leaseId what the leases begin with, never used before
     */
    Uni<List<FetchJob>> claim(String leaseId, int most) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(after(Duration.ZERO), leaseId, after(config.lease()), most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(FetchJobs::job)
                        .toList());
    }

    private static FetchJob job(Row row) {
        return new FetchJob(
                row.getString("workspace_id"),
                row.getString("media_id"),
                row.getString("url"),
                row.getString("lease_id"),
                row.getInteger("attempts"),
                reached(row));
    }

    private static @Nullable Checkpoint reached(Row row) {
        String uploadId = row.getString("upload_id");
        if (uploadId == null) {
            return null;
        }
        PartialUpload upload = new PartialUpload(
                uploadId, List.of(row.getArrayOfStrings("part_etags")), row.getLong("received_bytes"));
        return new Checkpoint(
                Objects.requireNonNull(row.getString("content_type")),
                row.getString("source_version"),
                row.getLong("total_bytes"),
                upload);
    }

    /** Holds on to fetches; gives the leases that are still held. */
    Uni<Set<String>> renew(Collection<String> leaseIds) {
        return pool.preparedQuery(RENEW)
                .execute(Tuple.of(leaseIds.toArray(String[]::new), after(config.lease())))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("lease_id"))
                        .collect(Collectors.toSet()));
    }

    /**
     * Keeps how far a fetch is; blocking. A database that is away does not end it: the next checkpoint holds all that
     * this one does.
     *
     * @throws LeaseLostException when the fetch is somebody else's
     */
    void keep(String leaseId, Checkpoint reached) {
        Tuple values = Tuple.tuple()
                .addString(leaseId)
                .addString(reached.contentType())
                .addString(reached.version())
                .addLong(reached.totalBytes())
                .addString(reached.upload().uploadId())
                .addArrayOfString(reached.upload().etags().toArray(String[]::new))
                .addLong(reached.upload().bytes());
        int rows;
        try {
            rows = pool.preparedQuery(KEEP)
                    .execute(values)
                    .await()
                    .atMost(LONGEST_WRITE)
                    .rowCount();
        } catch (RuntimeException e) {
            LOGGER.warnf("How far a fetch is could not be kept: %s", e.toString());
            return;
        }
        if (rows == 0) {
            throw new LeaseLostException();
        }
    }

    /** Whether a lease is still held, and held on to; blocking. While the database is away it is not known to be. */
    boolean isHeld(String leaseId) {
        try {
            return renew(List.of(leaseId)).await().atMost(LONGEST_WRITE).contains(leaseId);
        } catch (RuntimeException e) {
            LOGGER.warnf("Who has a fetch could not be asked: %s", e.toString());
            return false;
        }
    }

    /** Lets any replica go on at once. */
    Uni<Void> release(String leaseId) {
        return pool.preparedQuery(RELEASE)
                .execute(Tuple.of(leaseId, after(Duration.ZERO)))
                .replaceWithVoid();
    }

    /** Forgets a fetch that has ended, address and all. */
    Uni<Void> end(String leaseId) {
        return pool.preparedQuery(END).execute(Tuple.of(leaseId)).replaceWithVoid();
    }

    private OffsetDateTime after(Duration wait) {
        Instant instant = clock.instant().plus(wait);
        return instant.atOffset(ZoneOffset.UTC);
    }
}
