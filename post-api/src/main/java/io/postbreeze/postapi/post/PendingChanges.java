package io.postbreeze.postapi.post;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Changes that wait for the publisher's answer; every method needs an open session. */
@ApplicationScoped
class PendingChanges implements PanacheRepositoryBase<PendingChange, PendingChange.Key> {
    /** Longer than the publisher may take to answer, so that nobody asks while somebody waits for the answer. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int BATCH = 50;

    /** Keeps a change until it was answered. */
    Uni<Void> keep(Post post, PostChange change) {
        PendingChange pending = new PendingChange();
        pending.postId = post.id;
        pending.workspaceId = post.workspaceId;
        pending.revision = change.revision();
        pending.change = StoredJson.write(change);
        pending.askAgainAt = change.at().plus(PATIENCE);
        return persist(pending).replaceWithVoid();
    }

    /** Ends the wait; false when someone else has ended it. */
    Uni<Boolean> end(Post post, PostChange change) {
        return delete(
                        "postId = ?1 and workspaceId = ?2 and revision = ?3",
                        post.id,
                        post.workspaceId,
                        change.revision())
                .map(rows -> rows == 1);
    }

    /** Changes whose answer did not come in time, each given to one caller. */
    Uni<List<PendingChange>> overdue(Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                update post_changes set ask_again_at = ?1
                                where (workspace_id, post_id) in (
                                    select workspace_id, post_id from post_changes where ask_again_at <= ?2
                                    order by ask_again_at limit ?3 for update skip locked)
                                returning *""", PendingChange.class)
                        .setParameter(1, now.plus(PATIENCE))
                        .setParameter(2, now)
                        .setParameter(3, BATCH)
                        .getResultList());
    }
}
