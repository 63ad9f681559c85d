package io.postbreeze.publisher.store;

import io.postbreeze.publisher.publication.PublicationKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Leases: who works on which publication, and until when. Every method takes the time, so that tests own it. */
@ApplicationScoped
public class Claims {
    /** Rows looked at per claimed row, so that one account's backlog does not hide the others'. */
    private static final int BREADTH = 8;

    private static final String NEXT = """
            select least(
                (select min(wake_at) from publications where wake_at > $1 and %s),
                (select min(wake_at) from publications where wake_at > $1 and %s)) as next""".formatted(Lane.UPLOADS.predicate(), Lane.QUESTIONS.predicate());

    private final Pool pool;

    Claims(Pool pool) {
        this.pool = pool;
    }

    /**
     * Takes the lease of what is due.
     *
     * @param owner id of this replica
     * @param lane which kind of work
     * @param now the time
     * @param until end of the lease
     * @param most how many at most
     * @param mostPerAccount how many of one account at most
     * @param busy accounts that have enough already
     */
    public Uni<List<Claimed>> claim(
            String owner, Lane lane, Instant now, Instant until, int most, int mostPerAccount, Set<String> busy) {
        Tuple parameters = Tuple.tuple()
                .addValue(PublicationRow.timestamp(now))
                .addValue(owner)
                .addValue(PublicationRow.timestamp(until))
                .addValue(most * BREADTH)
                .addValue(mostPerAccount)
                .addValue(busy.toArray(String[]::new))
                .addValue(most);
        return pool.preparedQuery(claimSql(lane))
                .execute(parameters)
                .map(rows -> stream(rows).map(Claims::claimed).toList());
    }

    /**
     * Whose turn it is within an account: who is due first is sent first, whichever replica looks. Who waits for a
     * retry or for the user holds up nobody, and a long upload holds up the next for a moment only.
     */
    private static final String ITS_TURN = """
            (publish_id is not null or not exists (
                select from publications earlier
                where earlier.account_id = candidate.account_id and earlier.due_at <= $1
                    and (earlier.due_at, earlier.publication_id) < (candidate.due_at, candidate.publication_id)
                    and earlier.state in ('SCHEDULED', 'CLAIMED', 'INITIALISING', 'UPLOADING', 'SNOOZED')
                    and (earlier.state <> 'SNOOZED' or earlier.wake_at <= $1)
                    and (earlier.state <> 'UPLOADING' or earlier.upload_opened_at > $1 - interval '2 seconds')))""";

    // State and attempt change as in PublicationMachine.claim; ClaimIT holds the two together.
    private static String claimSql(Lane lane) {
        return """
            with candidates as (
                select account_id, publication_id, wake_at, lease_owner from publications candidate
                where wake_at <= $1 and %s and account_id <> all($6) and %s
                order by wake_at limit $4 for update skip locked),
            ranked as (
                select *, row_number() over (partition by account_id order by wake_at) as place from candidates),
            chosen as (
                select * from ranked where place <= $5 order by wake_at limit $7)
            update publications p set
                lease_owner = $2, wake_at = $3, version = version + 1, waiting_for = null,
                attempt = case when state in ('SCHEDULED', 'RETRY_AT') then attempt + 1 else attempt end,
                state = case when state in ('SCHEDULED', 'RETRY_AT', 'SNOOZED', 'NEEDS_REAUTH')
                    then 'CLAIMED' else state end
            from chosen
            where p.account_id = chosen.account_id and p.publication_id = chosen.publication_id
            returning p.*, chosen.lease_owner is not null as taken_over""".formatted(lane.predicate(), lane == Lane.UPLOADS ? ITS_TURN : "true");
    }

    private static Claimed claimed(Row row) {
        return new Claimed(PublicationRow.read(row), row.getBoolean("taken_over"), row.getString("traceparent"));
    }

    /** Moves the end of leases; answers the ids of those that are still held, all others are lost. */
    public Uni<Set<String>> renew(String owner, Collection<PublicationKey> keys, Instant until) {
        return pool.preparedQuery("""
                        update publications p set wake_at = $2
                        from unnest($3::text[], $4::text[]) as held (account_id, publication_id)
                        where p.account_id = held.account_id and p.publication_id = held.publication_id
                            and p.lease_owner = $1
                        returning p.publication_id""")
                .execute(Tuple.of(owner, PublicationRow.timestamp(until), accounts(keys), ids(keys)))
                .map(rows -> stream(rows)
                        .map(row -> row.getString("publication_id"))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Gives leases back, so that any replica may go on at once. Not of what was cut off in the middle of an init: it
     * may still arrive at TikTok, so the lease ends by itself.
     */
    public Uni<Void> release(String owner, Collection<PublicationKey> keys, Instant now) {
        return pool.preparedQuery("""
                        update publications p set wake_at = $2, lease_owner = null, version = version + 1
                        from unnest($3::text[], $4::text[]) as held (account_id, publication_id)
                        where p.account_id = held.account_id and p.publication_id = held.publication_id
                            and p.lease_owner = $1 and p.state <> 'INITIALISING'""")
                .execute(Tuple.of(owner, PublicationRow.timestamp(now), accounts(keys), ids(keys)))
                .replaceWithVoid();
    }

    /**
     * When the next row after {@code now} must be looked at; empty when there is none. Reads one index entry per lane.
     */
    public Uni<Optional<Instant>> nextAfter(Instant now) {
        return pool.preparedQuery(NEXT)
                .execute(Tuple.of(PublicationRow.timestamp(now)))
                .map(rows -> Optional.ofNullable(
                        PublicationRow.instantOrNull(rows.iterator().next(), "next")));
    }

    private static String[] accounts(Collection<PublicationKey> keys) {
        return keys.stream().map(PublicationKey::accountId).toArray(String[]::new);
    }

    private static String[] ids(Collection<PublicationKey> keys) {
        return keys.stream().map(PublicationKey::publicationId).toArray(String[]::new);
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
