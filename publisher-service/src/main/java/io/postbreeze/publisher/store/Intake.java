package io.postbreeze.publisher.store;

import io.postbreeze.api.PrefixedIds;
import io.postbreeze.events.EventEnvelope;
import io.postbreeze.events.PostScheduled;
import io.postbreeze.events.PostTarget;
import io.postbreeze.outbox.Inbox;
import io.postbreeze.publisher.publication.Content;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a scheduled post into publications: inbox row and publications, in one transaction. */
@ApplicationScoped
public class Intake {
    /** What was begun stays as it was begun; a lower revision comes too late. */
    private static final String SCHEDULE = """
            with stored as (
                insert into publications as known (account_id, publication_id, workspace_id, post_id, target_id,
                    revision, content, traceparent, due_at, wake_at, state)
                values ($1, $2, $3, $4, $5, $6, cast($7::text as jsonb), $8, $9, $9, 'SCHEDULED')
                on conflict (account_id, target_id) do update set
                    revision = excluded.revision, content = excluded.content, traceparent = excluded.traceparent,
                    due_at = excluded.due_at, wake_at = excluded.wake_at, version = known.version + 1
                where known.revision < excluded.revision and known.state = 'SCHEDULED'
                returning account_id, publication_id, version)
            insert into publication_timeline (account_id, publication_id, version, at, state, attempt, detail, sent_bytes)
            select account_id, publication_id, version, $10, 'SCHEDULED', 0, 'Scheduled', 0 from stored""";

    private static final String WITHDRAW = """
            with withdrawn as (
                update publications set state = 'CANCELED', wake_at = null, revision = $2, version = version + 1
                where post_id = $1 and revision < $2 and state = 'SCHEDULED' and target_id <> all($3)
                returning account_id, publication_id, version)
            insert into publication_timeline (account_id, publication_id, version, at, state, attempt, detail, sent_bytes)
            select account_id, publication_id, version, $4, 'CANCELED', 0, 'The post no longer goes to this account', 0
            from withdrawn""";

    private final Pool pool;
    private final Inbox inbox;
    private final Clock clock;

    Intake(Pool pool, Inbox inbox, Clock clock) {
        this.pool = pool;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Takes an event in; without effect when its id was seen before. */
    public Uni<Void> accept(EventEnvelope<?> envelope, PostScheduled post) {
        return pool.withTransaction(connection -> inbox.firstSeen(connection, envelope.id())
                .chain(first -> first
                        ? schedule(connection, post, envelope.traceparent())
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> schedule(SqlConnection connection, PostScheduled post, @Nullable String traceparent) {
        Instant now = clock.instant();
        List<Tuple> rows = post.targets().stream()
                .map(target -> row(post, target, traceparent, now))
                .toList();
        String[] targets = post.targets().stream().map(PostTarget::targetId).toArray(String[]::new);
        return connection
                .preparedQuery(WITHDRAW)
                .execute(Tuple.of(post.postId(), post.revision(), targets, PublicationRow.timestamp(now)))
                .chain(() -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : connection.preparedQuery(SCHEDULE).executeBatch(rows).replaceWithVoid());
    }

    private static Tuple row(PostScheduled post, PostTarget target, @Nullable String traceparent, Instant now) {
        Content content = new Content(target.platform(), target.caption(), target.mediaIds(), target.settings());
        return Tuple.tuple()
                .addValue(target.accountId())
                .addValue(PrefixedIds.next("pub"))
                .addValue(post.workspaceId())
                .addValue(post.postId())
                .addValue(target.targetId())
                .addValue(post.revision())
                .addValue(PublicationRow.json(content))
                .addValue(traceparent)
                .addValue(PublicationRow.timestamp(target.dueAt()))
                .addValue(PublicationRow.timestamp(now));
    }
}
