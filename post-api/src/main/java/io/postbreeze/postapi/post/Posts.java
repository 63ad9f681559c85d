package io.postbreeze.postapi.post;

import io.postbreeze.api.ApiException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;

/** Posts and their targets in the database; every method needs an open session. */
@ApplicationScoped
public class Posts implements PanacheRepositoryBase<Post, String> {

    /** A post of a caller's workspaces that was not deleted, null when there is none. */
    Uni<Post> visible(String id, Collection<String> workspaceIds) {
        return find("id = ?1 and workspaceId in ?2 and deletedAt is null", id, workspaceIds)
                .firstResult();
    }

    /** The same, locked until the transaction ends; fails with 404 when there is none. */
    Uni<Post> visibleForChange(String id, Collection<String> workspaceIds) {
        return find("id = ?1 and workspaceId in ?2 and deletedAt is null", id, workspaceIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> ApiException.notFound("post"));
    }

    /** The targets of a post in the order of the request. */
    public Uni<List<PostTarget>> targets(String postId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from PostTarget where postId = ?1 order by position", PostTarget.class)
                        .setParameter(1, postId)
                        .getResultList());
    }

    /** The targets of several posts, those of each in the order of its request. */
    Uni<List<PostTarget>> targetsOf(Collection<String> postIds) {
        return postIds.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Panache.getSession()
                        .chain(session -> session.createQuery(
                                        "from PostTarget where postId in ?1 order by postId, position",
                                        PostTarget.class)
                                .setParameter(1, postIds)
                                .getResultList());
    }

    /** Ids of the posts that still have something to publish to an account. */
    Uni<List<String>> pendingOf(String workspaceId, String accountId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "select distinct postId from PostTarget where workspaceId = ?1 and socialAccountId = ?2"
                                        + " and status in (SCHEDULED, PUBLISHING)",
                                String.class)
                        .setParameter(1, workspaceId)
                        .setParameter(2, accountId)
                        .getResultList());
    }
}
