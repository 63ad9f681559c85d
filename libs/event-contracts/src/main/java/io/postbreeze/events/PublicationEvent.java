package io.postbreeze.events;

/**
 * What became of one target of a post. {@link #version()} grows with every event of a publication, so a consumer
 * ignores what is not newer than what it knows.
 */
public sealed interface PublicationEvent extends Event
        permits TargetPublishing, TargetPublished, TargetPostIdentified, TargetFailed {

    /** Id of the publication, {@code pub_…}. */
    String publicationId();

    /** Id of the post, {@code post_…}. */
    String postId();

    /** Id of the target, {@code tgt_…}. */
    String targetId();

    /** Id of the workspace, {@code ws_…}. */
    String workspaceId();

    /** Id of the social account, {@code soc_…}. */
    String accountId();

    /** Grows with every event of this publication. */
    long version();

    @Override
    default String key() {
        return postId();
    }

    @Override
    default String topic() {
        return Topics.PUBLICATIONS;
    }
}
