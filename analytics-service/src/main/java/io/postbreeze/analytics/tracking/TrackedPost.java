package io.postbreeze.analytics.tracking;

import io.postbreeze.analytics.numbers.LatestCounts;
import io.postbreeze.analytics.numbers.RefreshProblem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published target whose numbers are read.
 *
 * @param workspaceId id of the workspace that owns it
 * @param accountId id of the social account it was posted to
 * @param postId id of the post
 * @param targetId id of the target
 * @param externalPostId TikTok's id of the post, null while TikTok has not told it
 * @param readAt when TikTok last answered for it, null before the first time
 * @param latest last known numbers
 * @param problem why the last reading brought nothing, null when it did or there was none
 * @param missingSince since when TikTok no longer shows the post, null while it does
 */
public record TrackedPost(
        String workspaceId,
        String accountId,
        String postId,
        String targetId,
        @Nullable String externalPostId,
        @Nullable Instant readAt,
        LatestCounts latest,
        @Nullable RefreshProblem problem,
        @Nullable Instant missingSince) {}
