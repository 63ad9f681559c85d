package io.postbreeze.media.rendition;

import io.postbreeze.media.picture.Fit;
import io.postbreeze.media.picture.MadePhoto;
import io.postbreeze.media.store.StoredObject;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The table of renditions; every method takes the time, so that tests own it. */
@ApplicationScoped
class Renditions {
    // The update changes nothing; without it rows that were there before would not be returned.
    private static final String ORDER = """
            insert into renditions
                (workspace_id, media_id, fit, etag, source_key, source_bytes, storage_key, state, wake_at, created_at)
            select $1, photo.media_id, $2, photo.etag, photo.source_key, photo.source_bytes, photo.storage_key,
                'PENDING', $3, $3
            from unnest($4::text[], $5::text[], $6::text[], $7::bigint[], $8::text[])
                as photo (media_id, etag, source_key, source_bytes, storage_key)
            order by photo.media_id
            on conflict (workspace_id, media_id, fit, etag) do update set fit = excluded.fit
            returning *""";

    private static final String CLAIM = """
            update renditions r set lease_owner = $1, wake_at = $3, attempts = attempts + 1
            from (select workspace_id, media_id, fit, etag from renditions
                where wake_at <= $2 order by wake_at limit $4 for update skip locked) as due
            where r.workspace_id = due.workspace_id and r.media_id = due.media_id and r.fit = due.fit
                and r.etag = due.etag
            returning r.*""";

    private static final String MINE =
            " where workspace_id = $1 and media_id = $2 and fit = $3 and etag = $4 and lease_owner = $5";

    private final Pool pool;

    Renditions(Pool pool) {
        this.pool = pool;
    }

    /** Orders what is not there yet; answers all of them by the id of their photo. */
    Uni<Map<String, Rendition>> order(
            String workspaceId, Fit fit, List<OrderRenditions.StoredPhoto> photos, Instant now) {
        if (photos.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Tuple parameters = Tuple.tuple()
                .addValue(workspaceId)
                .addValue(fit.word())
                .addValue(timestamp(now))
                .addValue(texts(photos, OrderRenditions.StoredPhoto::mediaId))
                .addValue(texts(photos, photo -> photo.object().etag()))
                .addValue(texts(photos, photo -> photo.object().key()))
                .addValue(
                        photos.stream().map(photo -> photo.object().sizeBytes()).toArray(Long[]::new))
                .addValue(texts(photos, photo -> storageKey()));
        return pool.preparedQuery(ORDER)
                .execute(parameters)
                .map(rows -> read(rows).stream()
                        .collect(Collectors.toMap(rendition -> rendition.key().mediaId(), Function.identity())));
    }

    /** Takes what is due, for as long as the lease lasts. */
    Uni<List<Rendition>> claim(String owner, Instant now, Instant until, int most) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(owner, timestamp(now), timestamp(until), most))
                .map(Renditions::read);
    }

    /** It is stored; without effect when the lease is someone else's. */
    Uni<Void> ready(String owner, Rendition.Key key, MadePhoto made) {
        return pool.preparedQuery("update renditions set state = 'READY', wake_at = null, lease_owner = null,"
                        + " size_bytes = $6, width = $7, height = $8" + MINE)
                .execute(mine(owner, key)
                        .addValue((long) made.sizeBytes())
                        .addValue(made.width())
                        .addValue(made.height()))
                .replaceWithVoid();
    }

    /** It cannot be made, ever; without effect when the lease is someone else's. */
    Uni<Void> failed(String owner, Rendition.Key key, String code, String message) {
        return pool.preparedQuery("update renditions set state = 'FAILED', wake_at = null, lease_owner = null,"
                        + " failure_code = $6, failure_message = $7" + MINE)
                .execute(mine(owner, key).addValue(code).addValue(message))
                .replaceWithVoid();
    }

    /** It could not be made now; without effect when the lease is someone else's. */
    Uni<Void> later(String owner, Rendition.Key key, Instant at) {
        return pool.preparedQuery("update renditions set wake_at = $6, lease_owner = null" + MINE)
                .execute(mine(owner, key).addValue(timestamp(at)))
                .replaceWithVoid();
    }

    private static Tuple mine(String owner, Rendition.Key key) {
        return Tuple.tuple()
                .addValue(key.workspaceId())
                .addValue(key.mediaId())
                .addValue(key.fit().word())
                .addValue(key.source().etag())
                .addValue(owner);
    }

    /** One prefix for all, so that a rule of the bucket can make just these public. */
    private static String storageKey() {
        return "renditions/" + UUID.randomUUID() + ".jpg";
    }

    private static List<Rendition> read(RowSet<Row> rows) {
        List<Rendition> renditions = new ArrayList<>();
        StreamSupport.stream(rows.spliterator(), false).map(Renditions::read).forEach(renditions::add);
        return renditions;
    }

    private static Rendition read(Row row) {
        Long size = row.getLong("size_bytes");
        return new Rendition(
                new Rendition.Key(
                        row.getString("workspace_id"),
                        row.getString("media_id"),
                        Fit.of(row.getString("fit")).orElseThrow(),
                        new StoredObject(
                                row.getString("source_key"), row.getLong("source_bytes"), row.getString("etag")),
                        row.getString("storage_key")),
                row.getString("state"),
                row.getInteger("attempts"),
                size == null ? null : new Rendition.Made(size, row.getInteger("width"), row.getInteger("height")),
                row.getString("failure_code"),
                row.getString("failure_message"));
    }

    private static String[] texts(
            List<OrderRenditions.StoredPhoto> photos, Function<OrderRenditions.StoredPhoto, String> text) {
        return photos.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
