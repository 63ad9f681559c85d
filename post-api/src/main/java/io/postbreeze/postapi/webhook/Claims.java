package io.postbreeze.postapi.webhook;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Leases: which replica sends which delivery, and until when. Every method takes the time, so that tests own it. */
@ApplicationScoped
class Claims {
    /** Rows looked at per claimed row, so that one endpoint's backlog does not hide the others'. */
    private static final int BREADTH = 8;

    /**
     * A candidate is due, belongs to an endpoint that is active and not busy enough already, and has no earlier pending
     * delivery of its aggregate before it. A row that another replica holds at this moment is passed over; while it is
     * pending, so are those behind it.
     */
    private static final String CLAIM = """
            with busy as materialized (
                select endpoint_id, count(*) as leases from webhook_deliveries
                where lease_owner is not null and due_at > $1 group by endpoint_id),
            candidates as (
                select d.id, d.endpoint_id, d.due_at from webhook_deliveries d
                join webhook_endpoints e on e.id = d.endpoint_id
                where d.status = 'PENDING' and d.due_at <= $1 and e.status = 'ACTIVE'
                    and not exists (select 1 from busy b where b.endpoint_id = d.endpoint_id and b.leases >= $5)
                    and not exists (select 1 from webhook_deliveries h
                        where h.endpoint_id = d.endpoint_id and h.aggregate_id = d.aggregate_id
                            and h.place < d.place and h.status = 'PENDING')
                order by d.due_at limit $4 for update of d skip locked),
            ranked as (
                select c.*, coalesce(b.leases, 0)
                    + row_number() over (partition by c.endpoint_id order by c.due_at) as rank
                from candidates c left join busy b on b.endpoint_id = c.endpoint_id),
            chosen as (
                select id from ranked where rank <= $5 order by due_at limit $6)
            update webhook_deliveries d set
                lease_owner = $2, due_at = $3, attempts = d.attempts + 1, last_attempt_at = $1
            from chosen, webhook_endpoints e
            where d.id = chosen.id and e.id = d.endpoint_id
            returning d.workspace_id, d.endpoint_id, d.id, d.aggregate_id, d.place, d.event, d.payload, d.attempts,
                d.created_at, d.give_up_at, e.url, e.headers_key_id, e.headers_sealed, e.secret_key_id,
                e.secret_sealed, e.old_secret_key_id, e.old_secret_sealed, e.old_secret_until""";

    private final Pool pool;

    Claims(Pool pool) {
        this.pool = pool;
    }

    /**
     * Takes the lease of what is due.
     *
     * @param owner id of this sender
     * @param until end of the lease
     * @param most how many at most
     * @param mostPerEndpoint how many may be under way to one endpoint, all replicas together
     */
    Uni<List<Claimed>> claim(String owner, Instant now, Instant until, int most, int mostPerEndpoint) {
        Tuple parameters = Tuple.tuple()
                .addValue(timestamp(now))
                .addValue(owner)
                .addValue(timestamp(until))
                .addValue(most * BREADTH)
                .addValue((long) mostPerEndpoint)
                .addValue(most);
        return pool.preparedQuery(CLAIM)
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Claimed::read)
                        .toList());
    }

    /** When the next row after {@code now} must be looked at; empty when there is none. Reads one index entry. */
    Uni<Optional<Instant>> nextAfter(Instant now) {
        return pool.preparedQuery("select min(due_at) as next from webhook_deliveries"
                        + " where status = 'PENDING' and due_at > $1")
                .execute(Tuple.of(timestamp(now)))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getOffsetDateTime("next"))
                        .map(OffsetDateTime::toInstant));
    }

    static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
