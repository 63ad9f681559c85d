package io.postbreeze.postapi.workspace;

import io.postbreeze.api.ApiCaller;
import io.postbreeze.api.ApiException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The workspaces a key may use. */
@Path("/api/v1/workspaces")
@Tag(name = "Workspaces")
class WorkspaceResource {
    private final ApiCaller caller;
    private final Workspaces workspaces;

    WorkspaceResource(ApiCaller caller, Workspaces workspaces) {
        this.caller = caller;
        this.workspaces = workspaces;
    }

    @GET
    @Operation(summary = "The workspaces this key may use, oldest first")
    public Uni<List<WorkspaceView>> list() {
        return workspaces
                .of(caller.workspaceIds())
                .map(found -> found.stream().map(WorkspaceView::of).toList());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One workspace")
    public Uni<WorkspaceView> get(@PathParam("id") String id) {
        if (!caller.mayUse(id)) {
            throw ApiException.notFound("workspace");
        }
        return workspaces.of(List.of(id)).map(found -> WorkspaceView.of(found.getFirst()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a workspace; takes a key with full access")
    @APIResponseSchema(value = WorkspaceView.class, responseCode = "201")
    public Uni<Response> create(@RequestBodySchema(NewWorkspace.class) @Nullable Map<String, Object> body) {
        caller.requireFullAccess();
        return workspaces
                .create(NewWorkspace.read(body), caller.workspaceIds().getFirst())
                .map(made -> Response.status(Response.Status.CREATED)
                        .entity(WorkspaceView.of(made))
                        .build());
    }
}
