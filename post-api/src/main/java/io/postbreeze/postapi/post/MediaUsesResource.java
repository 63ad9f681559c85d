package io.postbreeze.postapi.post;

import io.postbreeze.api.ApiException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Tells media-service which posts use a file; post-api alone knows. */
@Path("/internal/v1/posts/media-uses")
class MediaUsesResource {
    private static final String USES = """
            select post.id, post.status from posts post
            where post.workspace_id = $1 and post.deleted_at is null and post.media_ids::jsonb ? $2
            union
            select post.id, post.status from post_targets target join posts post on post.id = target.post_id
            where target.media_ids <> '[]' and target.media_ids::jsonb ? $2
                and post.workspace_id = $1 and post.deleted_at is null
            order by 1 limit 20""";

    private final Pool pool;

    MediaUsesResource(Pool pool) {
        this.pool = pool;
    }

    /** The posts that were not deleted and use a file, the first 20. */
    @POST
    public Uni<Answer> uses(@Nullable Question question) {
        if (question == null || question.workspaceId() == null || question.mediaId() == null) {
            throw new ApiException(400, "BAD_REQUEST", "Send a workspaceId and a mediaId.");
        }
        return pool.preparedQuery(USES)
                .execute(Tuple.of(question.workspaceId(), question.mediaId()))
                .map(rows -> new Answer(StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Use(row.getString("id"), row.getString("status")))
                        .toList()));
    }

    /** Which file. */
    record Question(@Nullable String workspaceId, @Nullable String mediaId) {}

    /** The posts that use it. */
    record Answer(List<Use> uses) {}

    /** A post that uses it. */
    record Use(String postId, String status) {}
}
