package io.postbreeze.publisher.store;

import io.postbreeze.publisher.publication.Publication;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * The order within one account: who is due first is sent first, whichever replica works on it. Whoever waits for a
 * reason of its own, a retry or the user, holds up nobody, and a long upload holds up the next for a moment only: to be
 * on time counts for more than the order.
 */
@ApplicationScoped
public class Turns {
    private static final String EARLIER = """
            select exists (
                select from publications
                where account_id = $1 and (due_at, publication_id) < ($2, $3) and due_at <= $4
                    and state in ('SCHEDULED', 'CLAIMED', 'INITIALISING', 'UPLOADING')) as earlier""";

    private static final Duration GLANCE = Duration.ofMillis(40);

    private final Pool pool;

    Turns(Pool pool) {
        this.pool = pool;
    }

    /**
     * Ends when everything that was due earlier on the account is with TikTok or waits.
     *
     * @param most ends after that long in any case: an earlier one may be stuck with a replica that died
     */
    public Uni<Void> await(Publication publication, Instant now, Duration most) {
        return Uni.createFrom()
                .deferred(() -> hasEarlier(publication, now))
                .repeat()
                .withDelay(GLANCE)
                .whilst(earlier -> earlier)
                .select()
                .first(most.dividedBy(GLANCE))
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
