package io.postbreeze.publisher;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Looks into the database behind the service's back. */
@Singleton
public class Rows {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pool pool;

    Rows(Pool pool) {
        this.pool = pool;
    }

    public Row publication(String postId) {
        return pool.preparedQuery("select * from publications where post_id = $1")
                .execute(Tuple.of(postId))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next();
    }

    public long count(String sql, Object... parameters) {
        return pool.preparedQuery(sql)
                .execute(Tuple.from(parameters))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    /** A row in any state. */
    public void insert(String id, String accountId, String state, Instant wakeAt, String leaseOwner) {
        pool.preparedQuery("""
                        insert into publications (account_id, publication_id, workspace_id, post_id, target_id, revision,
                            content, due_at, state, wake_at, lease_owner)
                        values ($1, $2, 'ws_1', $3, $4, 1, $5::text::jsonb, $6, $7, $6, $8)""")
                .execute(Tuple.tuple()
                        .addValue(accountId)
                        .addValue("pub_" + id)
                        .addValue("post_" + id)
                        .addValue("tgt_" + id)
                        .addValue("""
                                {"platform":"TIKTOK_PERSONAL","caption":"c","mediaIds":["med_%s"],"settings":
                                {"privacy":"PUBLIC_TO_EVERYONE","allowComments":true,"allowDuet":true,
                                "allowStitch":true,"autoAddMusic":false,"brandOrganic":false,"brandContent":false}}""".formatted(id))
                        .addValue(wakeAt.atOffset(ZoneOffset.UTC))
                        .addValue(state)
                        .addValue(leaseOwner))
                .await()
                .atMost(PATIENCE);
    }

    public void execute(String sql, Object... parameters) {
        pool.preparedQuery(sql).execute(Tuple.from(parameters)).await().atMost(PATIENCE);
    }
}
