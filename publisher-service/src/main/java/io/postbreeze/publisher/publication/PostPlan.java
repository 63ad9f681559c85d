package io.postbreeze.publisher.publication;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What is to become of a post from a revision on. Targets that it neither schedules nor leaves alone are withdrawn.
 *
 * @param workspaceId id of the workspace
 * @param postId id of the post
 * @param revision revision of the post; the highest one counts
 * @param scheduled targets to publish
 * @param leftAlone ids of targets that stay as they are, whatever that is
 * @param again ids of scheduled targets whose outcome nobody knows, and that the user wants published all the same
 */
public record PostPlan(
        String workspaceId,
        String postId,
        long revision,
        List<Target> scheduled,
        Set<String> leftAlone,
        Set<String> again) {
    /** Keeps its own copies. */
    public PostPlan {
        scheduled = List.copyOf(scheduled);
        leftAlone = Set.copyOf(leftAlone);
        again = Set.copyOf(again);
    }

    /** A plan without targets whose outcome nobody knows. */
    public PostPlan(String workspaceId, String postId, long revision, List<Target> scheduled, Set<String> leftAlone) {
        this(workspaceId, postId, revision, scheduled, leftAlone, Set.of());
    }

    /**
     * A target to publish.
     *
     * @param targetId id of the target, {@code tgt_…}
     * @param accountId id of the account, {@code soc_…}
     * @param dueAt when
     * @param content what
     */
    public record Target(String targetId, String accountId, Instant dueAt, Content content) {}
}
