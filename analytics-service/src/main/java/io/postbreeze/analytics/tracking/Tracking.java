package io.postbreeze.analytics.tracking;

import io.postbreeze.events.EventEnvelope;
import io.postbreeze.events.PublicationEvent;
import io.postbreeze.events.TargetPostIdentified;
import io.postbreeze.events.TargetPublished;
import io.postbreeze.outbox.Inbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Begins to watch a target once it is published. Repeats and a wrong order do no harm: the earliest instant is the time
 * of publishing, and TikTok's id is that of the newest event which had one.
 */
@ApplicationScoped
class Tracking {
    private static final String TRACK = """
            insert into tracked_post as known
                (account_id, target_id, workspace_id, post_id,
                 external_post_id, identified_version, published_at, next_refresh_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (account_id, target_id) do update set
                published_at = least(known.published_at, excluded.published_at)""";

    /** A lease is taken away: what is being read under an older id must not be kept. */
    private static final String IDENTIFY = """
            update tracked_post set
                external_post_id = $3, identified_version = $4, next_refresh_at = $5,
                lease_id = null, leased_until = null, failures = 0, problem = null, missing_since = null
            where account_id = $1 and target_id = $2 and identified_version < $4
                and external_post_id is distinct from $3""";

    private final Pool pool;
    private final Inbox inbox;
    private final Clock clock;

    Tracking(Pool pool, Inbox inbox, Clock clock) {
        this.pool = pool;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Takes effect once per event id, in one transaction with the note of that id. */
    Uni<Void> apply(EventEnvelope<?> event) {
        return switch (event.data()) {
            case TargetPublished published ->
                once(event, published, published.externalPostId(), published.publishedAt());
            case TargetPostIdentified identified ->
                once(event, identified, identified.externalPostId(), identified.at());
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> once(EventEnvelope<?> event, PublicationEvent target, @Nullable String externalId, Instant at) {
        return pool.withTransaction(connection -> inbox.firstSeen(connection, event.id())
                .chain(isNew -> isNew
                        ? track(connection, target, externalId, at)
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> track(
            SqlConnection connection, PublicationEvent target, @Nullable String externalId, Instant at) {
        Uni<Void> tracked = connection
                .preparedQuery(TRACK)
                .execute(row(target, externalId, at))
                .replaceWithVoid();
        return externalId == null ? tracked : tracked.chain(() -> identify(connection, target, externalId));
    }

    private Uni<Void> identify(SqlConnection connection, PublicationEvent target, String externalId) {
        return connection
                .preparedQuery(IDENTIFY)
                .execute(Tuple.from(new Object[] {
                    target.accountId(),
                    target.targetId(),
                    externalId,
                    target.version(),
                    clock.instant().atOffset(ZoneOffset.UTC)
                }))
                .replaceWithVoid();
    }

    private Tuple row(PublicationEvent target, @Nullable String externalId, Instant at) {
        return Tuple.tuple()
                .addString(target.accountId())
                .addString(target.targetId())
                .addString(target.workspaceId())
                .addString(target.postId())
                .addString(externalId)
                .addLong(externalId == null ? -1L : target.version())
                .addOffsetDateTime(at.atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC));
    }
}
