package io.postbreeze.publisher.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postbreeze.publisher.failure.Problem;
import io.postbreeze.publisher.publication.Content;
import io.postbreeze.publisher.publication.MediaKind;
import io.postbreeze.publisher.publication.Posted;
import io.postbreeze.publisher.publication.Publication;
import io.postbreeze.publisher.publication.PublicationKey;
import io.postbreeze.publisher.publication.PublicationState;
import io.postbreeze.publisher.publication.Tries;
import io.postbreeze.publisher.publication.Upload;
import io.postbreeze.publisher.upload.ChunkPlan;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Between rows and publications. */
final class PublicationRow {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PublicationRow() {}

    static Publication read(Row row) {
        return new Publication(
                key(row),
                content(row.getJsonObject("content").encode()),
                instant(row, "due_at"),
                PublicationState.valueOf(row.getString("state")),
                row.getLong("version"),
                new Tries(
                        row.getInteger("attempt"),
                        row.getInteger("setbacks"),
                        row.getInteger("polls"),
                        instantOrNull(row, "give_up_at"),
                        instantOrNull(row, "begun_at"),
                        false),
                instantOrNull(row, "wake_at"),
                row.getString("waiting_for"),
                kind(row),
                instantOrNull(row, "place_at"),
                upload(row),
                posted(row),
                problem(row));
    }

    private static PublicationKey key(Row row) {
        return new PublicationKey(
                row.getString("publication_id"),
                row.getString("workspace_id"),
                row.getString("account_id"),
                row.getString("post_id"),
                row.getString("target_id"),
                row.getLong("revision"));
    }

    private static @Nullable MediaKind kind(Row row) {
        String kind = row.getString("media_kind");
        return kind == null ? null : MediaKind.valueOf(kind);
    }

    private static @Nullable Upload upload(Row row) {
        String publishId = row.getString("publish_id");
        return publishId == null
                ? null
                : new Upload(
                        publishId,
                        row.getString("upload_address"),
                        instant(row, "upload_opened_at"),
                        new ChunkPlan(
                                row.getLong("total_bytes"), row.getLong("chunk_bytes"), row.getInteger("chunk_count")),
                        row.getLong("stored_bytes"),
                        row.getString("media_version"));
    }

    private static @Nullable Posted posted(Row row) {
        Instant at = instantOrNull(row, "published_at");
        return at == null ? null : new Posted(at, row.getString("external_post_id"), row.getString("external_url"));
    }

    private static @Nullable Problem problem(Row row) {
        String code = row.getString("failure_code");
        return code == null ? null : new Problem(code, row.getString("failure_message"), row.getString("failure_fix"));
    }

    static String json(Content content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Content is plain text", e);
        }
    }

    private static Content content(String json) {
        try {
            return JSON.readValue(json, Content.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row holds content that nobody wrote", e);
        }
    }

    static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(Row row, String column) {
        return Objects.requireNonNull(instantOrNull(row, column), column);
    }

    static @Nullable Instant instantOrNull(Row row, String column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
