package io.postbreeze.publisher.gate;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** TikTok's limits per account and endpoint. One row each, so no two accounts ever wait for one another's lock. */
@ApplicationScoped
public class RateGates {
    /** TikTok's minute, and a second for the way there. */
    private static final double WINDOW_SECONDS = 61;

    /** The same and what a held place may be used late. */
    private static final double HELD_WINDOW_SECONDS = 66;

    /** Takes the next place, be it in the future: whoever comes first goes first. */
    private static final String HOLD = """
            insert into rate_gates as gate (account_id, endpoint, taken) values ($1, $2, array[$3::timestamptz])
            on conflict (account_id, endpoint) do update set taken = (
                gate.taken || greatest($3, case when cardinality(gate.taken) >= $4
                    then gate.taken[cardinality(gate.taken) - $4 + 1] + make_interval(secs => $5) else $3 end)
                )[greatest(1, cardinality(gate.taken) + 2 - $4):]
            returning taken[cardinality(taken)] as place""";

    /** Takes a place if there is one right now. */
    private static final String TAKE = """
            insert into rate_gates as gate (account_id, endpoint, taken) values ($1, $2, array[$3::timestamptz])
            on conflict (account_id, endpoint) do update set taken =
                (gate.taken || $3)[greatest(1, cardinality(gate.taken) + 2 - $4):]
            where cardinality(gate.taken) < $4
                or gate.taken[cardinality(gate.taken) - $4 + 1] + make_interval(secs => $5) <= $3
            returning $3::timestamptz as place""";

    private static final String NEXT_FREE = """
            select taken[greatest(1, cardinality(taken) - $3 + 1)] + make_interval(secs => $4) as place
            from rate_gates where account_id = $1 and endpoint = $2""";

    private final Pool pool;

    RateGates(Pool pool) {
        this.pool = pool;
    }

    /**
     * Takes the next place in an account's window and holds it.
     *
     * @return the time of the place: now, or later when the window is full
     */
    public Uni<Instant> hold(String accountId, Endpoint endpoint, Instant now) {
        return pool.preparedQuery(HOLD)
                .execute(parameters(accountId, endpoint, now, HELD_WINDOW_SECONDS))
                .map(RateGates::place);
    }

    /**
     * Takes a place in an account's window if there is one right now, and nothing otherwise.
     *
     * @return now when it was taken; otherwise the earliest time at which it is worth asking again
     */
    public Uni<Instant> take(String accountId, Endpoint endpoint, Instant now) {
        return pool.preparedQuery(TAKE)
                .execute(parameters(accountId, endpoint, now, WINDOW_SECONDS))
                .chain(rows -> rows.size() == 0
                        ? nextFree(accountId, endpoint)
                        : Uni.createFrom().item(now));
    }

    private Uni<Instant> nextFree(String accountId, Endpoint endpoint) {
        return pool.preparedQuery(NEXT_FREE)
                .execute(Tuple.of(accountId, endpoint.name(), endpoint.perMinute(), WINDOW_SECONDS))
                .map(RateGates::place);
    }

    private static Tuple parameters(String accountId, Endpoint endpoint, Instant now, double window) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        return Tuple.of(accountId, endpoint.name(), at, endpoint.perMinute(), window);
    }

    private static Instant place(RowSet<Row> rows) {
        return rows.iterator().next().getOffsetDateTime("place").toInstant();
    }
}
