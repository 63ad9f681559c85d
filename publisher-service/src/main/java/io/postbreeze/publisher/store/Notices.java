package io.postbreeze.publisher.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Moves questions that wait for their turn to now, because TikTok has told that there is something to hear. */
@ApplicationScoped
public class Notices {
    private static final String WAKE = """
            update publications set wake_at = $3, version = version + 1
            where account_id = $1 and publish_id = $2 and lease_owner is null and wake_at > $3
                and state in ('PROCESSING', 'PUBLISHED', 'IN_INBOX')""";

    private final Pool pool;

    Notices(Pool pool) {
        this.pool = pool;
    }

    /**
     * Has a publication looked at now. Nothing happens when it is being looked at, or when there is no question left.
     *
     * @return whether one was woken
     */
    public Uni<Boolean> wake(String accountId, String publishId, Instant now) {
        return pool.preparedQuery(WAKE)
                .execute(Tuple.of(accountId, publishId, PublicationRow.timestamp(now)))
                .map(rows -> rows.rowCount() > 0);
    }
}
