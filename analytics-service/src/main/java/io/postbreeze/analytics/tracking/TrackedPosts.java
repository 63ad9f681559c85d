package io.postbreeze.analytics.tracking;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds tracked posts. */
@ApplicationScoped
public class TrackedPosts {
    private final Rows rows;

    TrackedPosts(Rows rows) {
        this.rows = rows;
    }

    /** The tracked targets of a post in these workspaces, in a stable order; empty when none is tracked. */
    @WithSession
    public Uni<List<TrackedPost>> ofPost(List<String> workspaceIds, String postId) {
        return rows.list("workspaceId in ?1 and postId = ?2 order by targetId", workspaceIds, postId)
                .map(found -> found.stream().map(TrackedPostRow::toTrackedPost).toList());
    }

    /** Keeps Hibernate's wide interface out of the public type. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<TrackedPostRow, TrackedPostRow.Key> {}
}
