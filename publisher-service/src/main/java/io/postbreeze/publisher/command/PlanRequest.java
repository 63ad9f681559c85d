package io.postbreeze.publisher.command;

import io.postbreeze.events.PublishSettings;
import io.postbreeze.publisher.publication.Content;
import io.postbreeze.publisher.publication.PostPlan;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plan as post-api sends it.
 *
 * @param workspaceId id of the workspace
 * @param revision revision of the post
 * @param scheduled targets to publish
 * @param leftAlone ids of targets to leave as they are; all others are withdrawn
 * @param again ids of scheduled targets to publish although they may be on TikTok; null for none
 */
record PlanRequest(
        String workspaceId,
        long revision,
        List<Target> scheduled,
        Set<String> leftAlone,
        @Nullable Set<String> again) {
    PostPlan of(String postId) {
        return new PostPlan(
                workspaceId,
                postId,
                revision,
                scheduled.stream().map(Target::plan).toList(),
                leftAlone,
                again == null ? Set.of() : again);
    }

    /** A target to publish, as in the event that schedules a post. */
    record Target(
            String targetId,
            String accountId,
            String platform,
            Instant dueAt,
            String caption,
            List<String> mediaIds,
            PublishSettings settings) {
        private PostPlan.Target plan() {
            return new PostPlan.Target(targetId, accountId, dueAt, new Content(platform, caption, mediaIds, settings));
        }
    }
}
