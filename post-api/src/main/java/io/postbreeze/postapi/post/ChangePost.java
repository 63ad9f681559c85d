package io.postbreeze.postapi.post;

import io.postbreeze.api.ApiException;
import io.postbreeze.outbox.Outbox;
import io.postbreeze.postapi.post.PostChange.Fate;
import io.postbreeze.postapi.post.status.PostStatus;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Changes posts. Where the publisher holds something that could begin at any moment, the change is kept first, then the
 * publisher is asked, and its answer decides; a change whose answer was lost is asked about again until it is known.
 */
@ApplicationScoped
class ChangePost {
    private final Posts posts;
    private final PendingChanges pending;
    private final Consent consent;
    private final PostAnnouncements announcements;
    private final Outbox outbox;

    ChangePost(Posts posts, PendingChanges pending, Consent consent, PostAnnouncements announcements, Outbox outbox) {
        this.posts = posts;
        this.pending = pending;
        this.consent = consent;
        this.announcements = announcements;
        this.outbox = outbox;
    }

    /**
     * Changes a post.
     *
     * @param ifMatch the caller's {@code If-Match}, null without one
     * @param decision what is to become of the post; empty for nothing
     * @return the post afterwards; fails with 404 when the caller has no such post, with 409 when it cannot be changed
     *     any more, with 412 when it is not the one the caller saw, with 503 when the publisher does not answer
     */
    Uni<PostView> change(String id, List<String> workspaceIds, @Nullable String ifMatch, Decision decision) {
        Supplier<Uni<Begun>> begin = () -> begin(id, workspaceIds, ifMatch, decision);
        return begin.get()
                .chain(begun -> begun instanceof Begun.Asking earlier && !earlier.isNew()
                        ? settle(id, earlier.workspaceId(), earlier.change())
                                .onFailure(ChangePost::isRefusal)
                                .recoverWithNull()
                                .chain(() -> begin.get())
                                .chain(again -> end(id, again))
                        : end(id, begun));
    }

    private Uni<PostView> end(String id, Begun begun) {
        return switch (begun) {
            case Begun.Done done -> Uni.createFrom().item(done.view());
            case Begun.Asking asking when asking.isNew() -> settle(id, asking.workspaceId(), asking.change());
            case Begun.Asking earlier ->
                throw new ApiException(409, "POST_BEING_CHANGED", "Somebody else is changing this post; try again.");
        };
    }

    /** Asks the publisher about a kept change and does as it says. */
    Uni<PostView> settle(String id, String workspaceId, PostChange change) {
        return consent.ask(id, workspaceId, change)
                .onFailure(ChangePost::isRefusal)
                .call(() -> giveUp(id, change))
                .chain(standings -> finish(id, change, standings));
    }

    private Uni<Begun> begin(String id, List<String> workspaceIds, @Nullable String ifMatch, Decision decision) {
        return Panache.withTransaction(() -> posts.visibleForChange(id, workspaceIds)
                        .chain(post -> pending.findById(new PendingChange.Key(post.id, post.workspaceId))
                                .chain(earlier -> earlier == null
                                        ? decide(post, ifMatch, decision)
                                        : Uni.createFrom()
                                                .<Begun>item(new Begun.Asking(
                                                        post.workspaceId, StoredJson.change(earlier.change), false)))))
                .invoke(this::wake);
    }

    private Uni<Begun> decide(Post post, @Nullable String ifMatch, Decision decision) {
        Revision.check(ifMatch, post.revision);
        return posts.targets(post.id).chain(targets -> {
            Optional<PostChange> change = decision.decide(post, targets);
            if (change.isEmpty()) {
                return Uni.createFrom().item(new Begun.Done(PostView.of(post, targets)));
            }
            if (PostCommands.needsConsent(targets)) {
                return pending.keep(post, change.get())
                        .replaceWith(new Begun.Asking(post.workspaceId, change.get(), true));
            }
            return write(post, targets, change.get(), Map.of())
                    .map(rows -> new Begun.Done(PostView.of(post, rows.targets())));
        });
    }

    private void wake() {
        outbox.wake();
        announcements.wake();
    }

    private Uni<Void> giveUp(String id, PostChange change) {
        return Panache.withTransaction(() ->
                posts.findById(id).chain(post -> pending.end(post, change)).replaceWithVoid());
    }

    private Uni<PostView> finish(String id, PostChange change, Map<String, PlanClient.Standing> standings) {
        return Panache.withTransaction(() -> posts.findById(id, LockModeType.PESSIMISTIC_WRITE)
                        .chain(post -> pending.end(post, change)
                                .chain(isOurs -> posts.targets(post.id)
                                        .chain(targets -> finish(post, targets, isOurs ? change : null, standings)))))
                .invoke(this::wake)
                .map(finished -> {
                    if (change.kind() == PostChange.Kind.CANCEL && !finished.isTakenBack()) {
                        throw Consent.begun("Every target has been published or has ended");
                    }
                    return finished.view();
                });
    }

    /** Writes the change, unless somebody else has done so: null. */
    private Uni<Finished> finish(
            Post post,
            List<PostTarget> targets,
            @Nullable PostChange change,
            Map<String, PlanClient.Standing> standings) {
        return change == null
                ? Uni.createFrom().item(new Finished(PostView.of(post, targets), true))
                : write(post, targets, change, standings)
                        .map(rows -> new Finished(PostView.of(post, rows.targets()), rows.hasTakenBack(change)));
    }

    private Uni<ChangedRows> write(
            Post post, List<PostTarget> targets, PostChange change, Map<String, PlanClient.Standing> standings) {
        PostStatus before = post.status;
        ChangedRows rows = ChangedRows.of(post, targets, change, standings);
        return Panache.getSession()
                .chain(session -> store(session, post, change, rows)
                        .chain(() -> announcements.announce(session, post, rows.targets(), before)))
                .replaceWith(rows);
    }

    private Uni<Void> store(Mutiny.Session session, Post post, PostChange change, ChangedRows rows) {
        boolean isToldOf = !standsStill(change);
        return session.removeAll(rows.dropped().toArray())
                .chain(() -> session.persistAll(rows.added().toArray()))
                .chain(session::flush)
                .chain(() -> isToldOf
                        ? outbox.append(session, List.of(PostPlans.event(post, change)))
                        : Uni.createFrom().voidItem());
    }

    /** Whether nothing is published, or not published any more, because of it. */
    private static boolean standsStill(PostChange change) {
        return change.targets().stream().allMatch(target -> target.fate() == Fate.KEPT || target.fate() == Fate.DRAFT)
                && change.scheduledAt() == null;
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof ApiException refused && refused.status() == 409;
    }

    /** What a command makes of a post as it stands; throws {@link ApiException} when it cannot be given. */
    interface Decision {
        /** The change, empty when everything is as it should be. */
        Optional<PostChange> decide(Post post, List<PostTarget> targets);
    }

    /** A post after its change, and whether a cancel took anything back. */
    private record Finished(PostView view, boolean isTakenBack) {}

    /** How far a change came in its first transaction. */
    private sealed interface Begun {
        /** It is done. */
        record Done(PostView view) implements Begun {}

        /** The publisher has to be asked, about this change or an earlier one. */
        record Asking(String workspaceId, PostChange change, boolean isNew) implements Begun {}
    }
}
