package io.postbreeze.publisher.store;

import io.postbreeze.publisher.publication.Publication;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * The order within one account: who is due first is begun first, whichever replica works on it. Whoever waits for a
 * reason of its own, a retry or the user, holds up nobody.
 */
@ApplicationScoped
public class Turns {
    private static final String EARLIER = """
            select exists (
                select from publications
                where account_id = $1 and (due_at, publication_id) < ($2, $3) and due_at <= $4
                    and state in ('SCHEDULED', 'CLAIMED', 'INITIALISING')) as earlier""";

    private static final Duration GLANCE = Duration.ofMillis(40);

    /** An earlier one that nobody begins within that time may be stuck with a replica that died. */
    private static final int MOST_GLANCES = 50;

    private final Pool pool;

    Turns(Pool pool) {
        this.pool = pool;
    }

    /** Ends when everything that was due earlier on the account has begun or waits, or after two seconds. */
    public Uni<Void> await(Publication publication, Instant now) {
        return Uni.createFrom()
                .deferred(() -> hasEarlier(publication, now))
                .repeat()
                .withDelay(GLANCE)
                .whilst(earlier -> earlier)
                .select()
                .first(MOST_GLANCES)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Boolean> hasEarlier(Publication publication, Instant now) {
        return pool.preparedQuery(EARLIER)
                .execute(Tuple.of(
                        publication.key().accountId(),
                        PublicationRow.timestamp(publication.dueAt()),
                        publication.key().publicationId(),
                        PublicationRow.timestamp(now)))
                .map(rows -> rows.iterator().next().getBoolean("earlier"));
    }
}
