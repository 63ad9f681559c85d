package io.postbreeze.media.video;

import io.postbreeze.api.PrefixedIds;
import io.postbreeze.media.inspection.VideoFacts;
import io.postbreeze.media.store.StoredObject;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The table of work. Whoever writes an end holds the lease, so a replica that was thought dead changes nothing. */
@ApplicationScoped
class VideoJobs {
    private static final String CLAIM = """
            update video_jobs job set lease_id = $2, due_at = $3, attempts = job.attempts + 1, updated_at = $1
            from (select workspace_id, media_id, etag, kind from video_jobs
                where state = 'PENDING' and kind = $4 and due_at <= $1
                order by due_at limit 1 for update skip locked) due
            where job.workspace_id = due.workspace_id and job.media_id = due.media_id
                and job.etag = due.etag and job.kind = due.kind
            returning job.*""";

    private static final String RENEW = """
            update video_jobs set due_at = $2 where lease_id = any($1) and state = 'PENDING' returning lease_id""";

    private static final String DONE = """
            update video_jobs set state = 'DONE', result_key = $3, result_bytes = $4, result_etag = $5,
                result_duration_ms = $6, result_width = $7, result_height = $8, result_frame_rate = $9,
                result_audio_codec = $10, lease_id = null, updated_at = $2
            where lease_id = $1 and state = 'PENDING'""";

    private static final String FAIL = """
            update video_jobs set state = 'FAILED', code = $3, lease_id = null, updated_at = $2
            where lease_id = $1 and state = 'PENDING'""";

    private static final String LATER = """
            update video_jobs set due_at = $3, lease_id = null, updated_at = $2
            where lease_id = $1 and state = 'PENDING'""";

    private final Pool pool;
    private final Clock clock;
    private final VideoConfig config;

    VideoJobs(Pool pool, Clock clock, VideoConfig config) {
        this.pool = pool;
        this.clock = clock;
        this.config = config;
    }

    /** The next piece of work, empty when there is none; due_at is when others may take it over. */
    Uni<Optional<VideoJob>> claim(JobKind kind) {
        String leaseId = PrefixedIds.next("lease");
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(now(), leaseId, after(config.video().lease()), kind.name()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(VideoJobs::job));
    }

    private static VideoJob job(Row row) {
        StoredObject source =
                new StoredObject(row.getString("source_key"), row.getLong("source_bytes"), row.getString("etag"));
        return new VideoJob(
                row.getString("workspace_id"),
                row.getString("media_id"),
                JobKind.valueOf(row.getString("kind")),
                source,
                row.getInteger("attempts"),
                row.getString("lease_id"));
    }

    /** Holds on to work; gives the leases that are still held. */
    Uni<Set<String>> renew(Collection<String> leaseIds) {
        return pool.preparedQuery(RENEW)
                .execute(Tuple.of(
                        leaseIds.toArray(String[]::new), after(config.video().lease())))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("lease_id"))
                        .collect(Collectors.toSet()));
    }

    Uni<Void> done(VideoJob job, Work.Made made) {
        VideoFacts video = made.video();
        Tuple values = Tuple.tuple()
                .addString(job.leaseId())
                .addOffsetDateTime(now())
                .addString(made.object().key())
                .addLong(made.object().sizeBytes())
                .addString(made.object().etag())
                .addLong(video == null ? null : video.duration().toMillis())
                .addInteger(video == null ? null : video.width())
                .addInteger(video == null ? null : video.height())
                .addDouble(video == null ? null : video.frameRate())
                .addString(video == null ? null : video.audioCodec());
        return end(DONE, values);
    }

    Uni<Void> fail(VideoJob job, String code) {
        return end(FAIL, Tuple.of(job.leaseId(), now(), code));
    }

    Uni<Void> later(VideoJob job, Duration wait) {
        return end(LATER, Tuple.of(job.leaseId(), now(), after(wait)));
    }

    private Uni<Void> end(String statement, Tuple values) {
        return pool.preparedQuery(statement).execute(values).replaceWithVoid();
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private OffsetDateTime after(Duration wait) {
        return at(clock.instant().plus(wait));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
