package io.postbreeze.publisher.store;

import io.postbreeze.publisher.publication.PublicationState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** How much is due. Reads due rows only, so the future costs nothing. */
@ApplicationScoped
public class Backlog {
    private static final String DUE = """
            select state, count(*) as due, min(wake_at) as oldest from (
                (select state, wake_at from publications where wake_at <= $1 and %s order by wake_at limit $2)
                union all
                (select state, wake_at from publications where wake_at <= $1 and %s order by wake_at limit $2)) as due
            group by state""".formatted(Lane.UPLOADS.predicate(), Lane.QUESTIONS.predicate());

    /** More than this is "very much" for any alert. */
    private static final int MOST = 10_000;

    private final Pool pool;

    Backlog(Pool pool) {
        this.pool = pool;
    }

    /** What is due and not being worked on, by state; states without any are left out. */
    public Uni<List<Due>> at(Instant now) {
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(PublicationRow.timestamp(now), MOST))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Backlog::due)
                        .toList());
    }

    private static Due due(Row row) {
        return new Due(
                PublicationState.valueOf(row.getString("state")),
                row.getLong("due"),
                PublicationRow.instant(row, "oldest"));
    }

    /**
     * Due rows of one state.
     *
     * @param state the state
     * @param count how many, counted to ten thousand per lane
     * @param oldest when the oldest became due
     */
    public record Due(PublicationState state, long count, Instant oldest) {}
}
