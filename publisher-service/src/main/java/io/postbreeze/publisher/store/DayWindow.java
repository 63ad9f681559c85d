package io.postbreeze.publisher.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** TikTok's count of an account's posts in 24 hours, as far as it is made of ours. */
@ApplicationScoped
public class DayWindow {
    private static final String OLDEST = """
            select min(published_at) as oldest from publications
            where account_id = $1 and published_at > $2""";

    private static final Duration WINDOW = Duration.ofHours(24);

    private final Pool pool;
    private final Clock clock;

    DayWindow(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** How long until the oldest post that counts leaves the window; empty when none of ours counts. */
    public Uni<Optional<Duration>> movesIn(String accountId) {
        Instant now = clock.instant();
        return pool.preparedQuery(OLDEST)
                .execute(Tuple.of(accountId, PublicationRow.timestamp(now.minus(WINDOW))))
                .map(rows -> Optional.ofNullable(
                                PublicationRow.instantOrNull(rows.iterator().next(), "oldest"))
                        .map(oldest -> Duration.between(now, oldest.plus(WINDOW))));
    }
}
