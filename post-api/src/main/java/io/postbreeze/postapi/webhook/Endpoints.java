package io.postbreeze.postapi.webhook;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.PrefixedIds;
import io.postbreeze.postapi.webhook.EndpointSecrets.Sealed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Endpoints in the database. Whoever asks names the workspaces that may answer. */
@ApplicationScoped
class Endpoints {
    private static final String INSERT = """
            insert into webhook_endpoints (workspace_id, id, url, events, description, header_names, headers_key_id,
                headers_sealed, secret_key_id, secret_sealed, status, created_at, updated_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'ACTIVE', $11, $11) returning *""";

    private static final String UPDATE = """
            update webhook_endpoints set url = coalesce($3, url), events = coalesce($4, events),
                description = case when $5 then $6 else description end,
                header_names = coalesce($7, header_names), headers_key_id = coalesce($8, headers_key_id),
                headers_sealed = coalesce($9, headers_sealed), updated_at = $10
            where id = $1 and workspace_id = any ($2) returning *""";

    private static final String ROTATE = """
            update webhook_endpoints set old_secret_key_id = secret_key_id, old_secret_sealed = secret_sealed,
                old_secret_until = $5, secret_key_id = $3, secret_sealed = $4, updated_at = $6
            where id = $1 and workspace_id = any ($2) returning *""";

    private final Pool pool;
    private final EndpointSecrets secrets;
    private final WebhooksConfig config;
    private final Clock clock;

    Endpoints(Pool pool, EndpointSecrets secrets, WebhooksConfig config, Clock clock) {
        this.pool = pool;
        this.secrets = secrets;
        this.config = config;
        this.clock = clock;
    }

    /** Stores a new one; the answer holds its secret. */
    Uni<EndpointView> create(EndpointRequest request, String workspaceId) {
        String id = PrefixedIds.next("wh");
        String secret = secrets.generate();
        Map<String, String> headers = Objects.requireNonNullElse(request.headers(), Map.of());
        Sealed sealedHeaders = secrets.sealHeaders(id, headers);
        Sealed sealed = secrets.sealSecret(id, secret);
        Tuple row = Tuple.tuple()
                .addValue(workspaceId)
                .addValue(id)
                .addValue(request.url())
                .addValue(Objects.requireNonNull(request.events()).toArray(String[]::new))
                .addValue(request.description())
                .addValue(names(headers))
                .addValue(sealedHeaders.keyId())
                .addValue(buffer(sealedHeaders))
                .addValue(sealed.keyId())
                .addValue(buffer(sealed))
                .addValue(now());
        return pool.withTransaction(connection -> refuseTooMany(connection, workspaceId)
                .chain(() -> connection.preparedQuery(INSERT).execute(row))
                .map(rows -> EndpointView.of(rows.iterator().next(), secret)));
    }

    /** The workspace's row is locked, so that two requests at once cannot both be the last that fits. */
    private Uni<Void> refuseTooMany(SqlConnection connection, String workspaceId) {
        return connection
                .preparedQuery("select id from workspaces where id = $1 for no key update")
                .execute(Tuple.of(workspaceId))
                .chain(() -> connection
                        .preparedQuery("select count(*) as count from webhook_endpoints where workspace_id = $1")
                        .execute(Tuple.of(workspaceId)))
                .invoke(rows -> {
                    if (rows.iterator().next().getLong("count") >= config.endpointsPerWorkspace()) {
                        throw new ApiException(
                                409,
                                "WEBHOOK_LIMIT_REACHED",
                                "A workspace has at most " + config.endpointsPerWorkspace() + " webhooks.");
                    }
                })
                .replaceWithVoid();
    }

    /** Newest first. */
    Uni<List<EndpointView>> list(List<String> workspaceIds) {
        return pool.preparedQuery("select * from webhook_endpoints where workspace_id = any ($1) order by id desc")
                .execute(Tuple.of(workspaceIds.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> EndpointView.of(row, null))
                        .toList());
    }

    Uni<EndpointView> get(String id, List<String> workspaceIds) {
        return one("select * from webhook_endpoints where id = $1 and workspace_id = any ($2)", of(id, workspaceIds))
                .map(row -> EndpointView.of(row, null));
    }

    Uni<EndpointView> change(String id, List<String> workspaceIds, EndpointRequest request) {
        @Nullable Map<String, String> headers = request.headers();
        @Nullable List<String> events = request.events();
        @Nullable Sealed sealed = headers == null ? null : secrets.sealHeaders(id, headers);
        Tuple values = of(id, workspaceIds)
                .addValue(request.url())
                .addValue(events == null ? null : events.toArray(String[]::new))
                .addValue(request.description() != null || request.clearsDescription())
                .addValue(request.description())
                .addValue(headers == null ? null : names(headers))
                .addValue(sealed == null ? null : sealed.keyId())
                .addValue(sealed == null ? null : buffer(sealed))
                .addValue(now());
        return one(UPDATE, values).map(row -> EndpointView.of(row, null));
    }

    /** Makes a new secret; the one before signs too for a while, the one before that no longer. */
    Uni<EndpointView> rotate(String id, List<String> workspaceIds) {
        String secret = secrets.generate();
        Sealed sealed = secrets.sealSecret(id, secret);
        Tuple values = of(id, workspaceIds)
                .addValue(sealed.keyId())
                .addValue(buffer(sealed))
                .addValue(now().plus(config.secretOverlap()))
                .addValue(now());
        return one(ROTATE, values).map(row -> EndpointView.of(row, secret));
    }

    /** Takes it away with its log. */
    Uni<Void> delete(String id, List<String> workspaceIds) {
        return one(
                        "delete from webhook_endpoints where id = $1 and workspace_id = any ($2) returning id",
                        of(id, workspaceIds))
                .replaceWithVoid();
    }

    private Uni<Row> one(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values).map(Endpoints::existing);
    }

    static Row existing(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw ApiException.notFound("webhook");
        }
        return rows.iterator().next();
    }

    static Tuple of(String id, List<String> workspaceIds) {
        return Tuple.tuple().addValue(id).addValue(workspaceIds.toArray(String[]::new));
    }

    private OffsetDateTime now() {
        return Claims.timestamp(clock.instant());
    }

    private static String[] names(Map<String, String> headers) {
        return headers.keySet().toArray(String[]::new);
    }

    private static Buffer buffer(Sealed sealed) {
        return Buffer.buffer(sealed.bytes());
    }
}
