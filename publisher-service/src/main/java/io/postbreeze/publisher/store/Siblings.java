package io.postbreeze.publisher.store;

import io.postbreeze.publisher.publication.Publication;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What the rows of one account say about each other: which trace at TikTok belongs to whom. */
@ApplicationScoped
public class Siblings {
    // A stray can be meant by whoever orders right now, and by whoever's order was ever lost about that time. A post
    // can
    // be anybody's with that caption, until their own is known.
    private static final String SQL = """
            select
                array(select publish_id from stray_notices stray
                    where account_id = $1 and heard_at >= $3 and not exists (
                        select from publication_timeline told
                        where told.account_id = $1 and told.publish_id = stray.publish_id)) as stray_ids,
                exists (select from publications
                        where account_id = $1 and publication_id <> $2 and state = 'INITIALISING')
                    or exists (select from publication_timeline
                        where account_id = $1 and publication_id <> $2 and state = 'OUTCOME_UNKNOWN'
                            and at > $3 - interval '2 days')
                    or 1 < (select count(*) from publication_timeline
                        where account_id = $1 and publication_id = $2 and state = 'OUTCOME_UNKNOWN') as stray_rivals,
                array(select external_post_id from publications
                    where account_id = $1 and external_post_id is not null) as known_posts,
                exists (select from publications
                    where account_id = $1 and publication_id <> $2 and external_post_id is null
                        and content ->> 'caption' = $4
                        and (state in ('INITIALISING', 'UPLOADING', 'PROCESSING', 'IN_INBOX', 'OUTCOME_UNKNOWN')
                            or (state = 'PUBLISHED' and published_at >= $3))) as post_rivals""";

    private final Pool pool;

    Siblings(Pool pool) {
        this.pool = pool;
    }

    /** What the account's other publications say, and its stray notices since then. */
    public Uni<Claimants> of(Publication publication, Instant since) {
        return pool.preparedQuery(SQL)
                .execute(Tuple.of(
                        publication.key().accountId(),
                        publication.key().publicationId(),
                        PublicationRow.timestamp(since),
                        publication.content().caption()))
                .map(rows -> read(rows.iterator().next()));
    }

    private static Claimants read(Row row) {
        return new Claimants(
                List.of(row.getArrayOfStrings("stray_ids")),
                row.getBoolean("stray_rivals"),
                Set.of(row.getArrayOfStrings("known_posts")),
                row.getBoolean("post_rivals"));
    }

    /**
     * Who may lay claim to a trace.
     *
     * @param strayIds ids of orders that no publication has
     * @param strayRivals whether another publication may be meant by them
     * @param knownPosts ids of posts that are known to be another publication's
     * @param postRivals whether a post with the caption may be another publication's
     */
    public record Claimants(List<String> strayIds, boolean strayRivals, Set<String> knownPosts, boolean postRivals) {
        /** Keeps its own copies. */
        public Claimants {
            strayIds = List.copyOf(strayIds);
            knownPosts = Set.copyOf(knownPosts);
        }
    }
}
