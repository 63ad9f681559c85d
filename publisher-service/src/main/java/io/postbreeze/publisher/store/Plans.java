package io.postbreeze.publisher.store;

import io.postbreeze.api.PrefixedIds;
import io.postbreeze.events.PublicationEvent;
import io.postbreeze.outbox.Outbox;
import io.postbreeze.publisher.publication.PlanDecision;
import io.postbreeze.publisher.publication.PlanDecision.Replanned;
import io.postbreeze.publisher.publication.PlanDecision.Standing;
import io.postbreeze.publisher.publication.PostPlan;
import io.postbreeze.publisher.publication.Publication;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Carries out plans of posts. A post's plans are taken one after the other, and its publications are locked meanwhile:
 * a dispatcher skips locked rows, so what a plan changes cannot begin at the same time.
 */
@ApplicationScoped
class Plans {
    private static final String REMEMBER = """
            insert into post_plans as known (workspace_id, post_id, revision) values ($1, $2, $3)
            on conflict (workspace_id, post_id) do update set revision = excluded.revision
            where known.revision < excluded.revision""";

    private static final String REVISION = "select revision from post_plans where workspace_id = $1 and post_id = $2";

    private static final String LOCK =
            "select * from publications where post_id = $1 and workspace_id = $2 order by publication_id for update";

    private static final String LINE = """
            , line as (
                insert into publication_timeline (account_id, publication_id, version, at, state, attempt, detail, sent_bytes)
                select account_id, publication_id, version, $4, state, attempt, $5, 0 from stored)
            select * from stored""";

    private static final String ADD = """
            with stored as (
                insert into publications (account_id, publication_id, revision, workspace_id, post_id, target_id,
                    content, traceparent, due_at, wake_at, state)
                values ($1, $2, $3, $6, $7, $8, cast($9::text as jsonb), $10, $11, $11, 'SCHEDULED')
                returning *)""" + LINE;

    private static final String REPLAN = """
            with stored as (
                update publications set revision = $3, content = cast($6::text as jsonb), traceparent = $7,
                    due_at = $8, wake_at = $8, state = 'SCHEDULED', version = version + 1, lease_owner = null,
                    waiting_for = null, setbacks = 0, polls = 0, give_up_at = null, place_at = null, publish_id = null,
                    upload_address = null, upload_opened_at = null, total_bytes = null, chunk_bytes = null,
                    chunk_count = null, stored_bytes = null, failure_code = null, failure_message = null,
                    failure_fix = null, media_kind = null, media_version = null, begun_at = null
                where account_id = $1 and publication_id = $2
                returning *)""" + LINE;

    private static final String WITHDRAW = """
            with stored as (
                update publications set revision = $3, state = 'CANCELED', wake_at = null, lease_owner = null,
                    waiting_for = null, place_at = null, upload_address = null, version = version + 1
                where account_id = $1 and publication_id = $2
                returning *)""" + LINE;

    private final Outbox outbox;
    private final Clock clock;

    Plans(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Makes the plan the post's newest; false when one of that revision or a higher one is known. */
    Uni<Boolean> remember(SqlConnection connection, PostPlan plan) {
        return connection
                .preparedQuery(REMEMBER)
                .execute(Tuple.of(plan.workspaceId(), plan.postId(), plan.revision()))
                .map(rows -> rows.rowCount() == 1);
    }

    /** The highest revision heard of. */
    Uni<Long> revision(SqlConnection connection, PostPlan plan) {
        return connection
                .preparedQuery(REVISION)
                .execute(Tuple.of(plan.workspaceId(), plan.postId()))
                .map(rows -> rows.iterator().next().getLong("revision"));
    }

    /** What the plan means for the post's publications, which stay locked until the transaction ends. */
    Uni<PlanDecision> decide(SqlConnection connection, PostPlan plan) {
        return locked(connection, plan).map(standing -> PlanDecision.of(plan, standing));
    }

    /** All publications of the plan's post as they stand. */
    Uni<List<Publication>> publications(SqlConnection connection, PostPlan plan) {
        return locked(connection, plan)
                .map(standing -> standing.stream().map(Standing::publication).toList());
    }

    /** Writes a decision but for what is under way, and tells it. */
    Uni<Void> carryOut(SqlConnection connection, PostPlan plan, PlanDecision decision, @Nullable String traceparent) {
        Instant now = clock.instant();
        Change change = new Change(plan, traceparent, now);
        List<Tuple> added = decision.added().stream().map(change::added).toList();
        List<Tuple> replanned =
                decision.replanned().stream().map(change::replanned).toList();
        List<Tuple> withdrawn =
                decision.withdrawn().stream().map(change::withdrawn).toList();
        return batch(connection, ADD, added)
                .chain(() -> batch(connection, REPLAN, replanned))
                .chain(again ->
                        batch(connection, WITHDRAW, withdrawn).chain(never -> tell(connection, again, never, now)));
    }

    /** A withdrawal is told too: whoever asked for it may not have lived to hear the answer. */
    private Uni<Void> tell(
            SqlConnection connection, List<Publication> replanned, List<Publication> withdrawn, Instant now) {
        List<PublicationEvent> events = Stream.of(replanned, withdrawn)
                .flatMap(List::stream)
                .map(publication -> Announcement.standing(publication, now))
                .toList();
        return events.isEmpty() ? Uni.createFrom().voidItem() : outbox.append(connection, events);
    }

    private static Uni<List<Publication>> batch(SqlConnection connection, String sql, List<Tuple> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().item(List.of())
                : connection.preparedQuery(sql).executeBatch(rows).map(Plans::written);
    }

    /** The answers of a batch hang behind one another. */
    private static List<Publication> written(RowSet<Row> first) {
        List<Publication> written = new ArrayList<>();
        for (RowSet<Row> rows = first; rows != null; rows = rows.next()) {
            rows.forEach(row -> written.add(PublicationRow.read(row)));
        }
        return written;
    }

    private static Uni<List<Standing>> locked(SqlConnection connection, PostPlan plan) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(plan.postId(), plan.workspaceId()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Standing(PublicationRow.read(row), row.getString("lease_owner") != null))
                        .toList());
    }

    private record Change(PostPlan plan, @Nullable String traceparent, Instant now) {
        Tuple added(PostPlan.Target target) {
            return row(target.accountId(), PrefixedIds.next("pub"), "Scheduled")
                    .addValue(plan.workspaceId())
                    .addValue(plan.postId())
                    .addValue(target.targetId())
                    .addValue(PublicationRow.json(target.content()))
                    .addValue(traceparent)
                    .addValue(PublicationRow.timestamp(target.dueAt()));
        }

        Tuple replanned(Replanned replanned) {
            PostPlan.Target target = replanned.target();
            Publication before = replanned.publication();
            return row(before.key().accountId(), before.key().publicationId(), "Scheduled for " + target.dueAt())
                    .addValue(PublicationRow.json(target.content()))
                    .addValue(traceparent)
                    .addValue(PublicationRow.timestamp(target.dueAt()));
        }

        Tuple withdrawn(Publication before) {
            return row(before.key().accountId(), before.key().publicationId(), "Taken back before it was published");
        }

        private Tuple row(String accountId, String publicationId, String detail) {
            return Tuple.tuple()
                    .addValue(accountId)
                    .addValue(publicationId)
                    .addValue(plan.revision())
                    .addValue(PublicationRow.timestamp(now))
                    .addValue(detail);
        }
    }
}
