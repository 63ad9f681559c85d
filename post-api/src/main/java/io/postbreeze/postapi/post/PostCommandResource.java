package io.postbreeze.postapi.post;

import io.postbreeze.api.ApiCaller;
import io.postbreeze.api.ApiException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What can be done with a post once it is there. */
@Path("/api/v1/posts")
class PostCommandResource {
    private final EditPost edit;
    private final DeletePost delete;
    private final ApiCaller caller;

    PostCommandResource(EditPost edit, DeletePost delete, ApiCaller caller) {
        this.edit = edit;
        this.delete = delete;
        this.caller = caller;
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(operationId = "updatePost", summary = "Change a post that has not begun to be published")
    public Uni<RestResponse<PostView>> change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable Map<String, Object> body) {
        if (body == null) {
            throw new ApiException(400, "MALFORMED_JSON", "The body is empty; send the fields to change.");
        }
        return answer(edit.edit(PostResource.checked(id), caller.workspaceIds(), ifMatch, body));
    }

    @POST
    @Path("/{id}/schedule")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "schedulePost", summary = "Schedule a draft, or a post that failed or was canceled")
    public Uni<RestResponse<PostView>> schedule(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable Map<String, Object> body) {
        return answer(edit.edit(PostResource.checked(id), caller.workspaceIds(), ifMatch, TimeCommand.edit(body)));
    }

    @POST
    @Path("/{id}/reschedule")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "reschedulePost", summary = "Move a post to another time")
    public Uni<RestResponse<PostView>> reschedule(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable Map<String, Object> body) {
        return schedule(id, ifMatch, body);
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(operationId = "cancelPost", summary = "Take a post back: after a 200 nothing of it is published")
    public Uni<RestResponse<PostView>> cancel(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(edit.cancel(PostResource.checked(id), caller.workspaceIds(), ifMatch));
    }

    @POST
    @Path("/{id}/retry")
    @Operation(operationId = "retryPost", summary = "Publish the failed targets of a post again, at once")
    public Uni<RestResponse<PostView>> retry(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(edit.retry(PostResource.checked(id), caller.workspaceIds(), ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deletePost", summary = "Hide a post; a scheduled one must be canceled first")
    public Uni<RestResponse<Void>> delete(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return delete.delete(PostResource.checked(id), caller.workspaceIds(), ifMatch)
                .replaceWith(RestResponse.noContent());
    }

    private static Uni<RestResponse<PostView>> answer(Uni<PostView> changed) {
        return changed.map(PostResource::shown);
    }
}
