package io.postbreeze.events;

import java.time.Instant;

/**
 * Publishing has ended without a post.
 *
 * @param publicationId id of the publication, {@code pub_…}
 * @param postId id of the post
 * @param targetId id of the target
 * @param workspaceId id of the workspace
 * @param accountId id of the social account
 * @param version grows with every event of this publication
 * @param code typed reason, a {@code TT_*} code where there is one
 * @param message what happened and what to do, for users
 * @param attempt number of attempts made
 * @param failedAt when it was given up
 */
public record TargetFailed(
        String publicationId,
        String postId,
        String targetId,
        String workspaceId,
        String accountId,
        long version,
        String code,
        String message,
        int attempt,
        Instant failedAt)
        implements PublicationEvent {}
