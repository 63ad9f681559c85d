package io.postbreeze.publisher.store;

import io.postbreeze.outbox.Outbox;
import io.postbreeze.publisher.publication.Publication;
import io.postbreeze.publisher.publication.Transition;
import io.postbreeze.publisher.publication.Transition.Write;
import io.postbreeze.publisher.publication.Upload;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes transitions durable: row, timeline and event together, and only for the holder of the lease. */
@ApplicationScoped
public class Checkpoints {
    private static final String WRITE = """
            with written as (
                update publications set
                    lease_owner = $5, wake_at = $6, state = $7, waiting_for = $8, version = version + 1,
                    attempt = $9, setbacks = $10, polls = $11, give_up_at = $12, place_at = $13,
                    publish_id = $14, upload_address = $15, upload_opened_at = $16,
                    total_bytes = $17, chunk_bytes = $18, chunk_count = $19, stored_bytes = $20,
                    published_at = $21, external_post_id = $22, external_url = $23,
                    failure_code = $24, failure_message = $25, failure_fix = $26, media_kind = $32,
                    media_version = $33, begun_at = $34
                where account_id = $1 and publication_id = $2 and lease_owner = $3 and version = $4
                returning account_id, publication_id, version, state, attempt, publish_id),
            line as (
                insert into publication_timeline
                    (account_id, publication_id, version, at, state, attempt, detail, tiktok_code, tiktok_log_id,
                        sent_bytes, publish_id)
                select account_id, publication_id, version, $27::timestamptz, state, attempt, $28::text, $29::text,
                    $30::text, $31::bigint, publish_id
                from written where $28::text is not null)
            select version from written""";

    private final Pool pool;
    private final Outbox outbox;

    Checkpoints(Pool pool, Outbox outbox) {
        this.pool = pool;
        this.outbox = outbox;
    }

    /**
     * Writes a transition.
     *
     * @param owner id of this replica
     * @param transition what to write; {@link Write#NONE} writes nothing
     * @param now the time
     * @param until end of the lease, unless the transition rests
     * @return the publication at its new version; fails with {@link LeaseLostException} when the lease is gone
     */
    public Uni<Publication> write(String owner, Transition transition, Instant now, Instant until) {
        Tuple row = row(owner, transition, now, until);
        return switch (transition.write()) {
            case NONE -> Uni.createFrom().item(transition.next());
            case ROW -> update(pool, transition.next(), row);
            case ANNOUNCED ->
                pool.withTransaction(connection -> announce(connection, transition.next(), row, now))
                        .invoke(outbox::wake);
        };
    }

    private Uni<Publication> announce(SqlConnection connection, Publication next, Tuple row, Instant now) {
        return update(connection, next, row).call(written -> outbox.append(connection, Announcement.of(written, now)));
    }

    private static Uni<Publication> update(SqlClient client, Publication next, Tuple row) {
        return client.preparedQuery(WRITE).execute(row).map(rows -> {
            if (rows.size() == 0) {
                throw new LeaseLostException(next.key().publicationId());
            }
            return next.atVersion(rows.iterator().next().getLong("version"));
        });
    }

    private static Tuple row(String owner, Transition transition, Instant now, Instant until) {
        Publication next = transition.next();
        Upload upload = next.upload();
        boolean rests = transition.rests();
        Tuple row = Tuple.tuple()
                .addValue(next.key().accountId())
                .addValue(next.key().publicationId())
                .addValue(owner)
                .addValue(next.version())
                .addValue(rests ? null : owner)
                .addValue(PublicationRow.timestamp(rests ? next.wakeAt() : until))
                .addValue(next.state().name())
                .addValue(next.waitingFor())
                .addValue(next.tries().attempt())
                .addValue(next.tries().setbacks())
                .addValue(next.tries().polls())
                .addValue(PublicationRow.timestamp(next.tries().giveUpAt()))
                .addValue(PublicationRow.timestamp(next.placeAt()));
        CheckpointColumns.addUpload(row, upload);
        CheckpointColumns.addEnd(row, next.posted(), next.problem());
        return addLine(row.addValue(PublicationRow.timestamp(now)), transition.line())
                .addValue(next.sentBytes())
                .addValue(next.kind() == null ? null : next.kind().name())
                .addValue(upload == null ? null : upload.version())
                .addValue(PublicationRow.timestamp(next.tries().begunAt()));
    }

    private static Tuple addLine(Tuple row, Transition.@Nullable Line line) {
        return row.addValue(line == null ? null : line.detail())
                .addValue(line == null ? null : line.tiktokCode())
                .addValue(line == null ? null : line.tiktokLogId());
    }
}
