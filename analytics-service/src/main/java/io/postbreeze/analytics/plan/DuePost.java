package io.postbreeze.analytics.plan;

import io.postbreeze.analytics.numbers.LatestCounts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tracked post whose numbers are to be read now.
 *
 * @param targetId id of the target
 * @param workspaceId id of the workspace
 * @param postId id of the post
 * @param externalPostId TikTok's id of the post
 * @param publishedAt when TikTok published it
 * @param dueAt since when it waits to be read
 * @param failures readings in a row that brought nothing
 * @param missingSince since when TikTok no longer shows it, null while it does
 * @param latest what is known of it
 */
public record DuePost(
        String targetId,
        String workspaceId,
        String postId,
        String externalPostId,
        Instant publishedAt,
        Instant dueAt,
        int failures,
        @Nullable Instant missingSince,
        LatestCounts latest) {}
