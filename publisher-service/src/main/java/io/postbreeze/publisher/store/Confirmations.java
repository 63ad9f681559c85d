package io.postbreeze.publisher.store;

import io.postbreeze.outbox.Outbox;
import io.postbreeze.publisher.publication.Publication;
import io.postbreeze.publisher.publication.PublicationState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a user's word for it that a post is on TikTok, where TikTok's answer was lost. */
@ApplicationScoped
public class Confirmations {
    private static final String CONFIRM = """
            with stored as (
                update publications set state = 'PUBLISHED', version = version + 1, wake_at = null, waiting_for = null,
                    lease_owner = null,
                    published_at = $4, external_post_id = $5
                where workspace_id = $1 and post_id = $2 and target_id = $3 and state = 'OUTCOME_UNKNOWN'
                returning *),
            line as (
                insert into publication_timeline
                    (account_id, publication_id, version, at, state, attempt, detail, sent_bytes)
                select account_id, publication_id, version, $4, state, attempt,
                    'Its owner has looked: it is on TikTok', 0 from stored)
            select * from stored""";

    private static final String FIND =
            "select * from publications where workspace_id = $1 and post_id = $2 and target_id = $3";

    private final Pool pool;
    private final Outbox outbox;
    private final Clock clock;

    Confirmations(Pool pool, Outbox outbox, Clock clock) {
        this.pool = pool;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Ends a publication of which nobody knows the outcome as published. One that is published already stays so.
     *
     * @param externalPostId TikTok's id of the post, null when the user did not say
     * @return the publication as it stands then, whatever its state; empty when there is none
     */
    public Uni<Optional<Publication>> confirm(
            String workspaceId, String postId, String targetId, @Nullable String externalPostId) {
        // As the row will give it back: an id that seems to have come later is told as that.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return pool.withTransaction(connection -> connection
                        .preparedQuery(CONFIRM)
                        .execute(Tuple.of(workspaceId, postId, targetId, PublicationRow.timestamp(now), externalPostId))
                        .map(Confirmations::first)
                        .chain(confirmed -> confirmed.isPresent()
                                ? tell(connection, confirmed.get(), now)
                                : connection
                                        .preparedQuery(FIND)
                                        .execute(Tuple.of(workspaceId, postId, targetId))
                                        .map(Confirmations::first)))
                .invoke(outbox::wake);
    }

    private Uni<Optional<Publication>> tell(SqlConnection connection, Publication confirmed, Instant now) {
        return outbox.append(connection, Announcement.of(confirmed, now)).replaceWith(Optional.of(confirmed));
    }

    private static Optional<Publication> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(PublicationRow.read(rows.iterator().next()));
    }

    /** Whether the publication ended as it was asked for. */
    public static boolean isConfirmed(Publication publication) {
        return publication.state() == PublicationState.PUBLISHED;
    }
}
