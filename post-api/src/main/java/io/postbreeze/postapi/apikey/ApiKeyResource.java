package io.postbreeze.postapi.apikey;

import io.postbreeze.api.ApiCaller;
import io.postbreeze.api.ApiException;
import io.postbreeze.api.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A workspace's API keys; for keys with full access only. */
@Path("/api/v1/workspaces/{workspaceId}/api-keys")
@Tag(name = "API keys")
class ApiKeyResource {
    private final ApiKeys keys;
    private final ApiCaller caller;

    ApiKeyResource(ApiKeys keys, ApiCaller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Keys made in a workspace, oldest first, revoked ones too")
    public Uni<List<ApiKeyView>> list(@PathParam("workspaceId") String workspaceId) {
        checkMayManage(workspaceId);
        return keys.of(workspaceId);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a key; this answer is the only one that ever shows it")
    @APIResponseSchema(value = ApiKeyView.class, responseCode = "201")
    public Uni<Response> create(
            @PathParam("workspaceId") String workspaceId,
            @RequestBodySchema(NewKey.class) @Nullable Map<String, Object> body) {
        checkMayManage(workspaceId);
        NewKey wanted = NewKey.read(body, workspaceId);
        checkMayUse(wanted.workspaceIds());
        return keys.create(workspaceId, wanted, caller.keyId())
                .map(made -> Response.status(Response.Status.CREATED)
                        .header("Cache-Control", "no-store")
                        .entity(made)
                        .build());
    }

    @DELETE
    @Path("/{keyId}")
    @Operation(summary = "Revoke a key for good, at once; again changes nothing")
    @APIResponse(responseCode = "204", description = "The key is refused from now on")
    public Uni<Void> revoke(@PathParam("workspaceId") String workspaceId, @PathParam("keyId") String keyId) {
        checkMayManage(workspaceId);
        return keys.revoke(workspaceId, keyId);
    }

    private void checkMayManage(String workspaceId) {
        if (!caller.mayUse(workspaceId)) {
            throw ApiException.notFound("workspace");
        }
        caller.requireFullAccess();
    }

    private void checkMayUse(List<String> workspaceIds) {
        List<Violation> unknown = new ArrayList<>();
        for (int i = 0; i < workspaceIds.size(); i++) {
            if (!caller.mayUse(workspaceIds.get(i))) {
                unknown.add(
                        new Violation("workspaceIds[" + i + "]", "WORKSPACE_NOT_FOUND", "There is no such workspace."));
            }
        }
        if (!unknown.isEmpty()) {
            throw new ApiException(
                    422, "WORKSPACE_NOT_FOUND", "workspaceIds names a workspace that does not exist.", unknown);
        }
    }
}
