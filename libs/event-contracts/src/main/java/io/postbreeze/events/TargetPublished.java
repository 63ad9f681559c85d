package io.postbreeze.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * TikTok confirmed the post.
 *
 * @param publicationId id of the publication, {@code pub_…}
 * @param postId id of the post
 * @param targetId id of the target
 * @param workspaceId id of the workspace
 * @param accountId id of the social account
 * @param version grows with every event of this publication
 * @param publishId TikTok's id of the act of publishing, null when its answer was lost and the owner said that it is
 *     there
 * @param externalPostId TikTok's id of the post, null while TikTok has not told it
 * @param externalUrl public address of the post, null while unknown
 * @param attempt number of the attempt that succeeded
 * @param publishedAt when TikTok was seen to have published it
 */
public record TargetPublished(
        String publicationId,
        String postId,
        String targetId,
        String workspaceId,
        String accountId,
        long version,
        @Nullable String publishId,
        @Nullable String externalPostId,
        @Nullable String externalUrl,
        int attempt,
        Instant publishedAt)
        implements PublicationEvent {}
