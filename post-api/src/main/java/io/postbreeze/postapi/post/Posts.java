package io.postbreeze.postapi.post;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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

    /** The targets of a post in the order of the request. */
    public Uni<List<PostTarget>> targets(String postId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from PostTarget where postId = ?1 order by position", PostTarget.class)
                        .setParameter(1, postId)
                        .getResultList());
    }
}
