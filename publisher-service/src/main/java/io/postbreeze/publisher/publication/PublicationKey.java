package io.postbreeze.publisher.publication;

/**
 * Who and what a publication belongs to; never changes but for the revision.
 *
 * @param publicationId id of the publication, {@code pub_…}
 * @param workspaceId id of the workspace
 * @param accountId id of the social account; leads every key in the database
 * @param postId id of the post
 * @param targetId id of the target; one publication each
 * @param revision revision of the post that this is made from
 */
public record PublicationKey(
        String publicationId, String workspaceId, String accountId, String postId, String targetId, long revision) {}
