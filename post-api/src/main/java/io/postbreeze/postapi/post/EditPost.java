package io.postbreeze.postapi.post;

import io.postbreeze.api.ApiException;
import io.postbreeze.postapi.post.validation.PostRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The commands that a user gives about a post. */
@ApplicationScoped
class EditPost {
    private final ChangePost change;
    private final CheckPost check;
    private final Posts posts;
    private final Clock clock;

    EditPost(ChangePost change, CheckPost check, Posts posts, Clock clock) {
        this.change = change;
        this.check = check;
        this.posts = posts;
        this.clock = clock;
    }

    /** Takes a post back; one that was taken back before stays so. */
    Uni<PostView> cancel(String id, List<String> workspaceIds, @Nullable String ifMatch) {
        return change.change(
                id,
                workspaceIds,
                ifMatch,
                (post, targets) -> PostCommands.isCanceled(post)
                        ? Optional.empty()
                        : Optional.of(PostCommands.cancel(post, targets, now())));
    }

    /** Begins what failed anew. */
    Uni<PostView> retry(String id, List<String> workspaceIds, @Nullable String ifMatch) {
        return change.change(
                id, workspaceIds, ifMatch, (post, targets) -> Optional.of(PostCommands.retry(post, targets, now())));
    }

    /** Begins a target anew of which nobody knows whether it is on TikTok. */
    Uni<PostView> publishAgain(String id, String targetId, List<String> workspaceIds, @Nullable String ifMatch) {
        return change.change(
                id,
                workspaceIds,
                ifMatch,
                (post, targets) -> Optional.of(PostCommands.publishAgain(post, targets, targetId, now())));
    }

    /**
     * Changes the fields that a body names; the post that results is held against every rule like a new one.
     *
     * @param edit fields of either shape; null takes a field out
     */
    Uni<PostView> edit(String id, List<String> workspaceIds, @Nullable String ifMatch, Map<String, ?> edit) {
        return Panache.withSession(() -> posts.visible(id, workspaceIds).chain(post -> {
                    if (post == null) {
                        throw ApiException.notFound("post");
                    }
                    Revision.check(ifMatch, post.revision);
                    PostCommands.refuseUneditable(post);
                    return posts.targets(id).map(targets -> new Seen(post, targets));
                }))
                .chain(seen -> check.check(PostBody.edited(seen.post(), seen.targets(), edit), workspaceIds)
                        .chain(checked -> change.change(
                                        id,
                                        workspaceIds,
                                        ifMatch,
                                        (post, targets) -> Optional.of(edited(seen, post, targets, checked)))
                                .map(view -> view.warning(checked.warnings()))));
    }

    /** What was checked must be what is changed: somebody else may have been quicker. */
    private PostChange edited(Seen seen, Post post, List<PostTarget> targets, CheckPost.Checked checked) {
        if (post.revision != seen.post().revision) {
            throw new ApiException(409, "POST_BEING_CHANGED", "Somebody else has just changed this post; try again.");
        }
        PostRequest request = checked.request();
        if (!checked.workspaceId().equals(post.workspaceId)) {
            throw new ApiException(
                    422, "WORKSPACE_FIXED", "A post stays in its workspace: name accounts of the same one.");
        }
        return PostCommands.edit(post, targets, request, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private record Seen(Post post, List<PostTarget> targets) {}
}
