package io.postbreeze.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * TikTok's numbers for a published target were read. A number that TikTok did not give is null, never 0.
 *
 * @param postId id of the post
 * @param targetId id of the target
 * @param workspaceId id of the workspace
 * @param accountId id of the social account
 * @param externalPostId TikTok's id of the post
 * @param views how often it was viewed
 * @param likes number of likes
 * @param comments number of comments
 * @param shares number of shares
 * @param takenAt when TikTok was asked
 */
public record MetricsRefreshed(
        String postId,
        String targetId,
        String workspaceId,
        String accountId,
        String externalPostId,
        @Nullable Long views,
        @Nullable Long likes,
        @Nullable Long comments,
        @Nullable Long shares,
        Instant takenAt)
        implements Event {

    @Override
    public String key() {
        return postId;
    }

    @Override
    public String topic() {
        return Topics.METRICS;
    }
}
