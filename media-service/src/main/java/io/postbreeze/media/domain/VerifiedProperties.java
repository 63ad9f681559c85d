package io.postbreeze.media.domain;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The table of what workspaces say is verified. */
@ApplicationScoped
class VerifiedProperties {
    /** TikTok itself takes fewer per app; the limit keeps every answer and every comparison small. */
    static final int MOST = 100;

    // The update changes nothing; without it what was stated before would not be returned. Two requests at the same
    // time can pass the limit by one, which hurts nobody.
    private static final String STATE = """
            insert into verified_properties (workspace_id, id, kind, value, created_at)
            select $1, $2, $3, $4, $5
            where (select count(*) from verified_properties where workspace_id = $1 and value <> $4) < $6
            on conflict (workspace_id, value) do update set kind = excluded.kind
            returning *""";

    private final Pool pool;

    VerifiedProperties(Pool pool) {
        this.pool = pool;
    }

    /** Keeps what a user states; empty when there are too many already. Stated again it stays as it was. */
    Uni<Optional<PropertyEntry>> state(String workspaceId, String id, VerifiedProperty property, Instant now) {
        return pool.preparedQuery(STATE)
                .execute(Tuple.tuple()
                        .addValue(workspaceId)
                        .addValue(id)
                        .addValue(property.kind().name())
                        .addValue(property.value())
                        .addValue(now.atOffset(ZoneOffset.UTC))
                        .addValue(MOST))
                .map(rows -> read(rows).stream().findFirst());
    }

    Uni<List<PropertyEntry>> of(String workspaceId) {
        return pool.preparedQuery("select * from verified_properties where workspace_id = $1 order by value")
                .execute(Tuple.of(workspaceId))
                .map(VerifiedProperties::read);
    }

    /** Whether there was one. */
    Uni<Boolean> withdraw(Collection<String> workspaceIds, String id) {
        return pool.preparedQuery("delete from verified_properties where workspace_id = any($1) and id = $2")
                .execute(Tuple.of(workspaceIds.toArray(String[]::new), id))
                .map(rows -> rows.rowCount() > 0);
    }

    private static List<PropertyEntry> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(VerifiedProperties::read)
                .toList();
    }

    private static PropertyEntry read(Row row) {
        return new PropertyEntry(
                row.getString("id"),
                row.getString("workspace_id"),
                VerifiedProperty.Kind.valueOf(row.getString("kind")),
                row.getString("value"),
                PropertyEntry.Source.WORKSPACE,
                row.getOffsetDateTime("created_at").toInstant());
    }
}
