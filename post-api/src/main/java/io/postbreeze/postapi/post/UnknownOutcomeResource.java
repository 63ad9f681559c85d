package io.postbreeze.postapi.post;

import io.postbreeze.api.ApiCaller;
import io.postbreeze.api.ApiException;
import io.postbreeze.api.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What can be done with a target whose outcome nobody knows. */
@Path("/api/v1/posts/{id}/targets/{targetId}")
class UnknownOutcomeResource {
    private static final Pattern TIKTOK_ID = Pattern.compile("[0-9]{1,20}");

    private final UnknownOutcome unknown;
    private final EditPost edit;
    private final ApiCaller caller;

    UnknownOutcomeResource(UnknownOutcome unknown, EditPost edit, ApiCaller caller) {
        this.unknown = unknown;
        this.edit = edit;
        this.caller = caller;
    }

    @POST
    @Path("/confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "confirmTarget", summary = "Say that a target whose outcome nobody knows is on TikTok")
    @APIResponseSchema(value = PostView.class, responseCode = "202")
    public Uni<RestResponse<PostView>> confirm(
            @PathParam("id") String id,
            @PathParam("targetId") String targetId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable Confirmation confirmation) {
        String postId = confirmation == null ? null : confirmation.externalPostId();
        if (postId != null && !TIKTOK_ID.matcher(postId).matches()) {
            String message = "externalPostId is TikTok's id of the post: the digits at the end of its address.";
            throw new ApiException(
                    400,
                    "VALIDATION_FAILED",
                    message,
                    List.of(new Violation("externalPostId", "EXTERNAL_POST_ID_INVALID", message)));
        }
        return unknown.confirm(PostResource.checked(id), targetId, caller.workspaceIds(), ifMatch, postId)
                .map(view -> RestResponse.status(RestResponse.Status.ACCEPTED, view));
    }

    @POST
    @Path("/publish-again")
    @Operation(
            operationId = "publishTargetAgain",
            summary = "Publish a target again whose outcome nobody knows; it may then be there twice")
    public Uni<RestResponse<PostView>> publishAgain(
            @PathParam("id") String id,
            @PathParam("targetId") String targetId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return edit.publishAgain(PostResource.checked(id), targetId, caller.workspaceIds(), ifMatch)
                .map(PostResource::shown);
    }

    /**
     * What the user knows.
     *
     * @param externalPostId TikTok's id of the post, null when the user does not say
     */
    public record Confirmation(@Nullable String externalPostId) {}
}
