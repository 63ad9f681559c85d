package io.postbreeze.postapi.post;

import io.postbreeze.api.ApiException;
import io.postbreeze.postapi.post.status.PostStatus;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hides posts. What is on TikTok stays there, and what is still to be published must be taken back first. */
@ApplicationScoped
class DeletePost {
    private final Posts posts;
    private final Clock clock;

    DeletePost(Posts posts, Clock clock) {
        this.posts = posts;
        this.clock = clock;
    }

    /** Hides a post; fails with 404 when the caller has none, with 409 while something of it may be published. */
    Uni<Void> delete(String id, List<String> workspaceIds, @Nullable String ifMatch) {
        return Panache.withTransaction(() -> posts.visibleForChange(id, workspaceIds)
                .invoke(post -> {
                    Revision.check(ifMatch, post.revision);
                    refusePending(post);
                    post.deletedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
                })
                .replaceWithVoid());
    }

    private static void refusePending(Post post) {
        if (post.status == PostStatus.SCHEDULED) {
            throw new ApiException(
                    409,
                    "POST_STILL_SCHEDULED",
                    "This post would still be published: cancel it first, then delete it.");
        }
        if (post.status == PostStatus.PUBLISHING) {
            throw new ApiException(
                    409,
                    "POST_STILL_PUBLISHING",
                    "This post is being published: cancel it, or wait until it has ended, then delete it.");
        }
    }
}
