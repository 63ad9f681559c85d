package io.postbreeze.media.video;

import io.postbreeze.media.inspection.MediaFacts;
import io.postbreeze.media.inspection.TikTokRules;
import io.postbreeze.media.inspection.VideoFacts;
import io.postbreeze.media.store.StoredObject;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Copies of videos that TikTok takes, of videos that it does not. */
@ApplicationScoped
public class Repairs {
    private static final String ORDER = """
            insert into video_jobs (workspace_id, media_id, etag, kind, state, source_key, source_bytes, attempts,
                due_at, created_at, updated_at)
            values ($1, $2, $3, 'REPAIR', 'PENDING', $4, $5, 0, $6, $6, $6) on conflict do nothing""";

    private static final String FIND = """
            select * from video_jobs where workspace_id = $1 and media_id = $2 and etag = $3 and kind = 'REPAIR'""";

    private final VideoTools tools;
    private final Pool pool;
    private final Clock clock;

    Repairs(VideoTools tools, Pool pool, Clock clock) {
        this.tools = tools;
        this.pool = pool;
        this.clock = clock;
    }

    /** Whether a video breaks limits, and none that a copy would break too. */
    public static boolean isNeeded(MediaFacts facts, long sizeBytes) {
        return facts instanceof VideoFacts video && Mending.helps(video, TikTokRules.check(video, sizeBytes));
    }

    /**
     * Whether there is a copy or one can be hoped for.
     *
     * @param state the job's, null when there is none
     */
    public boolean canBeHopedFor(@Nullable String state) {
        return "DONE".equals(state) || (tools.repairs() && !"FAILED".equals(state));
    }

    /** Has a video repaired, once per version, and tells where that stands. */
    public Uni<Repair> of(Video video) {
        return ordered(video)
                .chain(() ->
                        pool.preparedQuery(FIND).execute(Tuple.of(video.workspaceId(), video.mediaId(), video.etag())))
                .map(rows -> rows.size() == 0 ? off() : read(rows.iterator().next()));
    }

    private Uni<Void> ordered(Video video) {
        return tools.repairs()
                ? pool.preparedQuery(ORDER)
                        .execute(Tuple.of(
                                video.workspaceId(),
                                video.mediaId(),
                                video.etag(),
                                video.key(),
                                video.sizeBytes(),
                                clock.instant().atOffset(ZoneOffset.UTC)))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private Repair read(Row row) {
        return switch (row.getString("state")) {
            case "DONE" ->
                new Repair.Done(
                        new StoredObject(
                                row.getString("result_key"), row.getLong("result_bytes"), row.getString("result_etag")),
                        Duration.ofMillis(row.getLong("result_duration_ms")),
                        row.getInteger("result_width"),
                        row.getInteger("result_height"),
                        row.getDouble("result_frame_rate"),
                        row.getString("result_audio_codec"));
            case "FAILED" -> new Repair.Failed(row.getString("code"));
            default -> tools.repairs() ? new Repair.Pending() : off();
        };
    }

    private static Repair off() {
        return new Repair.Failed("MEDIA_REPAIR_OFF");
    }
}
