package io.postbreeze.postapi.workspace;

import io.postbreeze.api.ApiCaller;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** The workspaces a key may use. */
@Path("/api/v1/workspaces")
class WorkspaceResource {
    private final ApiCaller caller;

    WorkspaceResource(ApiCaller caller) {
        this.caller = caller;
    }

    /** Oldest first. */
    @GET
    public Uni<List<WorkspaceView>> list() {
        List<String> ids = caller.workspaceIds();
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createQuery(
                                "from Workspace where id in ?1 order by createdAt, id", Workspace.class)
                        .setParameter(1, ids)
                        .getResultList())
                .map(found -> found.stream().map(WorkspaceView::of).toList()));
    }
}
