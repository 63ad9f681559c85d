package io.postbreeze.postapi.post;

import io.postbreeze.events.PostScheduled;
import io.postbreeze.events.PostTarget;
import io.postbreeze.postapi.post.PostChange.Fate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A change as the publisher is told of it. */
final class PostPlans {
    private PostPlans() {}

    /** The command that asks for it. */
    static PlanClient.Plan command(String workspaceId, PostChange change) {
        Set<String> leftAlone = change.targets().stream()
                .filter(target -> target.fate() == Fate.KEPT)
                .map(PostChange.Target::id)
                .collect(Collectors.toUnmodifiableSet());
        List<PostTarget> scheduled = scheduled(change);
        Set<String> again = change.kind() == PostChange.Kind.PUBLISH_AGAIN
                ? scheduled.stream().map(PostTarget::targetId).collect(Collectors.toUnmodifiableSet())
                : Set.of();
        return new PlanClient.Plan(workspaceId, change.revision(), scheduled, leftAlone, again);
    }

    /** The event that tells of it. */
    static PostScheduled event(Post post, PostChange change) {
        return new PostScheduled(post.id, post.workspaceId, change.revision(), scheduled(change));
    }

    private static List<PostTarget> scheduled(PostChange change) {
        return change.targets().stream()
                .filter(target -> target.fate() == Fate.SCHEDULED)
                .map(target -> new PostTarget(
                        target.id(),
                        target.accountId(),
                        Objects.requireNonNull(target.options().platform()),
                        Objects.requireNonNull(target.dueAt()),
                        target.captionOverride() == null ? change.caption() : target.captionOverride(),
                        target.mediaIds().isEmpty() ? change.mediaIds() : target.mediaIds(),
                        NewPost.settings(target.options())))
                .toList();
    }
}
