package io.postbreeze.analytics.refresh;

import io.postbreeze.analytics.numbers.LatestCounts;
import io.postbreeze.analytics.numbers.Reading;
import io.postbreeze.analytics.plan.DueBatch;
import io.postbreeze.analytics.plan.DuePost;
import io.postbreeze.api.PrefixedIds;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Claims posts that are due. Any number of replicas may: no post is with two of them while its lease lasts. */
@ApplicationScoped
class DueBatches {
    /** The account that has waited longest, then as many of its due posts as fit into one question. */
    private static final String CLAIM = """
            with head as (
                select account_id from tracked_post
                where external_post_id is not null and next_refresh_at <= $1
                    and (leased_until is null or leased_until <= $1)
                order by next_refresh_at limit 1 for update skip locked),
            due as (
                select account_id, target_id from tracked_post
                where account_id = (select account_id from head)
                    and external_post_id is not null and next_refresh_at <= $1
                    and (leased_until is null or leased_until <= $1)
                order by next_refresh_at limit $4 for update skip locked)
            update tracked_post post set lease_id = $2, leased_until = $3
            from due where post.account_id = due.account_id and post.target_id = due.target_id
            returning post.*""";

    private final Pool pool;
    private final Clock clock;
    private final RefreshConfig config;

    DueBatches(Pool pool, Clock clock, RefreshConfig config) {
        this.pool = pool;
        this.clock = clock;
        this.config = config;
    }

    /** The next batch, empty when nothing is due. */
    Uni<DueBatch> claim() {
        String leaseId = PrefixedIds.next("lease");
        Instant now = clock.instant();
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(
                        now.atOffset(ZoneOffset.UTC),
                        leaseId,
                        now.plus(config.lease()).atOffset(ZoneOffset.UTC),
                        DueBatch.MOST_POSTS))
                .map(rows -> batch(leaseId, rows));
    }

    private static DueBatch batch(String leaseId, RowSet<Row> rows) {
        List<Row> claimed = StreamSupport.stream(rows.spliterator(), false).toList();
        String accountId = claimed.isEmpty() ? "" : claimed.getFirst().getString("account_id");
        return new DueBatch(
                leaseId, accountId, claimed.stream().map(DueBatches::post).toList());
    }

    private static DuePost post(Row row) {
        return new DuePost(
                row.getString("target_id"),
                row.getString("workspace_id"),
                row.getString("post_id"),
                row.getString("external_post_id"),
                row.getOffsetDateTime("published_at").toInstant(),
                row.getOffsetDateTime("next_refresh_at").toInstant(),
                row.getInteger("failures"),
                instant(row, "missing_since"),
                new LatestCounts(
                        reading(row, "views"),
                        reading(row, "likes"),
                        reading(row, "comments"),
                        reading(row, "shares")));
    }

    private static @Nullable Reading reading(Row row, String metric) {
        return Reading.of(row.getLong(metric), instant(row, metric + "_at"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }
}
