package io.postbreeze.analytics.refresh;

import io.postbreeze.analytics.numbers.Counts;
import io.postbreeze.analytics.numbers.Reading;
import io.postbreeze.analytics.plan.DueBatch;
import io.postbreeze.analytics.plan.Outcome;
import io.postbreeze.events.MetricsRefreshed;
import io.postbreeze.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a reading brought: snapshot, latest numbers, next instant and event in one transaction. Posts whose lease
 * has gone to another replica meanwhile are left to that one, so a reading is kept once.
 */
@ApplicationScoped
class OutcomeStore {
    private static final String STILL_MINE = """
            select target_id from tracked_post where account_id = $1 and lease_id = $2
            order by target_id for update""";

    private static final String UPDATE = """
            update tracked_post set
                lease_id = null, leased_until = null,
                next_refresh_at = $3, failures = $4, problem = $5, missing_since = $6,
                views = $7, views_at = $8, likes = $9, likes_at = $10,
                comments = $11, comments_at = $12, shares = $13, shares_at = $14,
                read_at = coalesce($15, read_at)
            where account_id = $1 and target_id = $2""";

    private static final String SNAPSHOT = """
            insert into post_snapshot (account_id, target_id, taken_at, views, likes, comments, shares)
            values ($1, $2, $3, $4, $5, $6, $7)""";

    private final Pool pool;
    private final Outbox outbox;

    OutcomeStore(Pool pool, Outbox outbox) {
        this.pool = pool;
        this.outbox = outbox;
    }

    /** Completes with those outcomes that were kept. */
    Uni<List<Outcome>> save(DueBatch batch, List<Outcome> outcomes) {
        return pool.withTransaction(connection -> stillMine(connection, batch)
                        .map(mine -> outcomes.stream()
                                .filter(outcome -> mine.contains(outcome.post().targetId()))
                                .toList())
                        .call(kept -> store(connection, batch.accountId(), kept)))
                .invoke(outbox::wake);
    }

    private static Uni<Set<String>> stillMine(SqlConnection connection, DueBatch batch) {
        return connection
                .preparedQuery(STILL_MINE)
                .execute(Tuple.of(batch.accountId(), batch.leaseId()))
                .map(rows -> {
                    Set<String> targetIds = new HashSet<>();
                    rows.forEach(row -> targetIds.add(row.getString("target_id")));
                    return targetIds;
                });
    }

    private Uni<Void> store(SqlConnection connection, String accountId, List<Outcome> kept) {
        List<Outcome> answered =
                kept.stream().filter(outcome -> outcome.counts() != null).toList();
        return all(
                        connection,
                        UPDATE,
                        kept.stream().map(o -> update(accountId, o)).toList())
                .chain(() -> all(
                        connection,
                        SNAPSHOT,
                        answered.stream().map(o -> snapshot(accountId, o)).toList()))
                .chain(() -> outbox.append(
                        connection,
                        answered.stream().map(o -> event(accountId, o)).toList()));
    }

    private static Uni<Void> all(SqlConnection connection, String sql, List<Tuple> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(sql).executeBatch(rows).replaceWithVoid();
    }

    private static Tuple update(String accountId, Outcome outcome) {
        Tuple row = Tuple.tuple()
                .addString(accountId)
                .addString(outcome.post().targetId())
                .addOffsetDateTime(utc(outcome.nextRefreshAt()))
                .addInteger(outcome.failures())
                .addString(outcome.problem() == null ? null : outcome.problem().name())
                .addOffsetDateTime(utc(outcome.missingSince()));
        addReading(row, outcome.latest().views());
        addReading(row, outcome.latest().likes());
        addReading(row, outcome.latest().comments());
        addReading(row, outcome.latest().shares());
        return row.addOffsetDateTime(outcome.counts() == null ? null : utc(outcome.takenAt()));
    }

    private static void addReading(Tuple row, @Nullable Reading reading) {
        row.addLong(reading == null ? null : reading.value());
        row.addOffsetDateTime(reading == null ? null : utc(reading.takenAt()));
    }

    private static Tuple snapshot(String accountId, Outcome outcome) {
        Counts counts = Objects.requireNonNull(outcome.counts());
        return Tuple.tuple()
                .addString(accountId)
                .addString(outcome.post().targetId())
                .addOffsetDateTime(utc(outcome.takenAt()))
                .addLong(counts.views())
                .addLong(counts.likes())
                .addLong(counts.comments())
                .addLong(counts.shares());
    }

    private static MetricsRefreshed event(String accountId, Outcome outcome) {
        Counts counts = Objects.requireNonNull(outcome.counts());
        return new MetricsRefreshed(
                outcome.post().postId(),
                outcome.post().targetId(),
                outcome.post().workspaceId(),
                accountId,
                outcome.post().externalPostId(),
                counts.views(),
                counts.likes(),
                counts.comments(),
                counts.shares(),
                outcome.takenAt());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
