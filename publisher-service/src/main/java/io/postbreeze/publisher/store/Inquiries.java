package io.postbreeze.publisher.store;

import io.postbreeze.publisher.publication.Publication;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads publications for those who ask; changes nothing. */
@ApplicationScoped
public class Inquiries {
    private final Pool pool;

    Inquiries(Pool pool) {
        this.pool = pool;
    }

    /** The publications of a post, in the order of their targets' ids; empty when there are none. */
    public Uni<List<Publication>> ofPost(String postId) {
        return pool.preparedQuery("select * from publications where post_id = $1 order by target_id")
                .execute(Tuple.of(postId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PublicationRow::read)
                        .toList());
    }

    /** The timelines of a post's publications by publication id, each oldest first. */
    public Uni<Map<String, List<Line>>> timelinesOf(String postId) {
        return pool.preparedQuery("""
                        select line.* from publications p
                        join publication_timeline line
                            on line.account_id = p.account_id and line.publication_id = p.publication_id
                        where p.post_id = $1 order by line.publication_id, line.version""")
                .execute(Tuple.of(postId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.groupingBy(
                                row -> row.getString("publication_id"),
                                Collectors.mapping(Inquiries::line, Collectors.toList()))));
    }

    private static Line line(Row row) {
        return new Line(
                PublicationRow.instant(row, "at"),
                row.getString("state"),
                row.getInteger("attempt"),
                row.getString("detail"),
                row.getString("tiktok_code"),
                row.getString("tiktok_log_id"),
                row.getLong("sent_bytes"));
    }

    /**
     * A line of a timeline.
     *
     * @param at when
     * @param state state after it
     * @param attempt number of the attempt
     * @param detail what happened, in a sentence
     * @param tiktokCode TikTok's code, null when there is none
     * @param tiktokLogId TikTok's log id, null when there is none
     * @param sentBytes bytes TikTok has
     */
    public record Line(
            Instant at,
            String state,
            int attempt,
            String detail,
            @Nullable String tiktokCode,
            @Nullable String tiktokLogId,
            long sentBytes) {}
}
