package io.postbreeze.media.video;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Posters and thumbnails of videos, for lists. */
@ApplicationScoped
public class Posters {
    private static final String ORDER = """
            insert into video_jobs (workspace_id, media_id, etag, kind, state, source_key, source_bytes, attempts,
                due_at, created_at, updated_at)
            values (?1, ?2, ?3, 'POSTER', 'PENDING', ?4, ?5, 0, ?6, ?6, ?6) on conflict do nothing""";

    private final VideoTools tools;
    private final Clock clock;

    Posters(VideoTools tools, Clock clock) {
        this.tools = tools;
        this.clock = clock;
    }

    /** Has the pictures made, once per version; joins the session's transaction. Does nothing when that is off. */
    public Uni<Void> order(Video video) {
        if (!tools.makesPosters()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ORDER)
                        .setParameter(1, video.workspaceId())
                        .setParameter(2, video.mediaId())
                        .setParameter(3, video.etag())
                        .setParameter(4, video.key())
                        .setParameter(5, video.sizeBytes())
                        .setParameter(6, clock.instant().atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * Where the pictures stand.
     *
     * @param state the job's, null when there is none
     * @param publicUrl base of the addresses of stored objects
     */
    public PosterView of(Video video, @Nullable String state, URI publicUrl) {
        if ("DONE".equals(state)) {
            return new PosterView(
                    PosterView.Status.READY,
                    publicUrl + "/" + VideoKeys.poster(video.key(), video.etag()),
                    publicUrl + "/" + VideoKeys.thumbnail(video.key(), video.etag()));
        }
        if ("FAILED".equals(state)) {
            return PosterView.without(PosterView.Status.FAILED);
        }
        return PosterView.without(tools.makesPosters() ? PosterView.Status.PENDING : PosterView.Status.OFF);
    }
}
