package io.postbreeze.publisher.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * Moves questions that wait for their turn to now, because TikTok has told that there is something to hear. What it
 * tells of publications that no row has is kept: one of them may be the order whose answer was lost.
 */
@ApplicationScoped
public class Notices {
    private static final String WAKE = """
            with asked as (
                update publications set wake_at = $3, version = version + 1
                where account_id = $1 and publish_id = $2 and lease_owner is null and wake_at > $3
                    and state in ('PROCESSING', 'PUBLISHED', 'IN_INBOX', 'OUTCOME_UNKNOWN')
                returning 1),
            stray as (
                insert into stray_notices (account_id, publish_id, heard_at)
                select $1, $2, $3 where not exists (
                    select from publication_timeline where account_id = $1 and publish_id = $2)
                on conflict do nothing returning 1),
            searched as (
                update publications set wake_at = $3, version = version + 1
                where account_id = $1 and state = 'OUTCOME_UNKNOWN' and publish_id is null and lease_owner is null
                    and exists (select from stray)
                returning 1)
            select (select count(*) from asked) + (select count(*) from searched) as woken""";

    private static final String FORGET = "delete from stray_notices where account_id = $1 and heard_at < $2";

    /** Nobody searches any longer than that. */
    private static final Duration KEPT = Duration.ofDays(31);

    private final Pool pool;

    Notices(Pool pool) {
        this.pool = pool;
    }

    /**
     * Has a publication looked at now. Nothing happens when it is being looked at, or when there is no question left.
     * When there is no such publication, those whose outcome was lost are looked into.
     *
     * @return whether one was woken
     */
    public Uni<Boolean> wake(String accountId, String publishId, Instant now) {
        return pool.preparedQuery(WAKE)
                .execute(Tuple.of(accountId, publishId, PublicationRow.timestamp(now)))
                .map(rows -> rows.iterator().next().getLong("woken") > 0)
                .call(() -> pool.preparedQuery(FORGET)
                        .execute(Tuple.of(accountId, PublicationRow.timestamp(now.minus(KEPT)))));
    }
}
