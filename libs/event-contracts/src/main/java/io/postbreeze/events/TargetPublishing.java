package io.postbreeze.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Publishing of a target has moved on, or waits.
 *
 * @param publicationId id of the publication, {@code pub_…}
 * @param postId id of the post
 * @param targetId id of the target
 * @param workspaceId id of the workspace
 * @param accountId id of the social account
 * @param version grows with every event of this publication
 * @param state state of the publication, see the state machine
 * @param stage what is being done, in a word for users
 * @param attempt number of the attempt, from 1; 0 before the first
 * @param sentBytes bytes TikTok has stored
 * @param totalBytes size of the file, 0 while unknown
 * @param nextAttemptAt when it goes on, null while it is being worked on
 * @param waitingFor why it waits, in a sentence for users, null while it does not
 * @param at when this was
 */
public record TargetPublishing(
        String publicationId,
        String postId,
        String targetId,
        String workspaceId,
        String accountId,
        long version,
        String state,
        String stage,
        int attempt,
        long sentBytes,
        long totalBytes,
        @Nullable Instant nextAttemptAt,
        @Nullable String waitingFor,
        Instant at)
        implements PublicationEvent {}
