package io.postbreeze.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * TikTok told the id of a post that was published before.
 *
 * @param publicationId id of the publication, {@code pub_…}
 * @param postId id of the post
 * @param targetId id of the target
 * @param workspaceId id of the workspace
 * @param accountId id of the social account
 * @param version grows with every event of this publication
 * @param externalPostId TikTok's id of the post, a 64-bit number as text
 * @param externalUrl public address of the post, null while unknown
 * @param at when TikTok told it
 */
public record TargetPostIdentified(
        String publicationId,
        String postId,
        String targetId,
        String workspaceId,
        String accountId,
        long version,
        String externalPostId,
        @Nullable String externalUrl,
        Instant at)
        implements PublicationEvent {}
