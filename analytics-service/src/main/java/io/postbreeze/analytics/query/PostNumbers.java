package io.postbreeze.analytics.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a post, one entry per target that was published.
 *
 * @param postId id of the post
 * @param targets in a stable order, at least one
 * @param asOf no number shown is older than this; null when there is none
 * @param stale whether a number is older than it should be
 */
@Schema(name = "PostAnalytics")
record PostNumbers(
        String postId,
        List<TargetNumbers> targets,
        @Nullable Instant asOf,
        boolean stale) {

    /**
     * The numbers of one target.
     *
     * @param targetId id of the target
     * @param accountId id of the social account it was posted to
     * @param externalPostId TikTok's id of the post, null while TikTok has not told it
     * @param metrics the numbers; null, never 0, where there is none
     * @param unavailable why a number is null, by its name
     * @param missingSince since when TikTok no longer shows the post, null while it does
     * @param asOf no number shown is older than this; null when there is none
     * @param stale whether a number is older than it should be
     */
    @Schema(name = "TargetAnalytics")
    record TargetNumbers(
            String targetId,
            String accountId,
            @Nullable String externalPostId,
            Metrics metrics,
            Map<String, String> unavailable,
            @Nullable Instant missingSince,
            @Nullable Instant asOf,
            boolean stale) {}

    /**
     * What can be known of a TikTok post.
     *
     * @param views how often it was viewed
     * @param likes number of likes
     * @param comments number of comments
     * @param shares number of shares
     * @param watchTimeSeconds time all viewers together have watched
     * @param avgViewDurationSeconds the same per view
     */
    @Schema(name = "PostMetrics")
    record Metrics(
            @Nullable Long views,
            @Nullable Long likes,
            @Nullable Long comments,
            @Nullable Long shares,
            @Nullable Long watchTimeSeconds,
            @Nullable Double avgViewDurationSeconds) {}
}
