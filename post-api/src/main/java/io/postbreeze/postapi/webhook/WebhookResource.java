package io.postbreeze.postapi.webhook;

import io.postbreeze.api.ApiCaller;
import io.postbreeze.api.ApiException;
import io.postbreeze.api.PrefixedIds;
import io.postbreeze.api.Violation;
import io.postbreeze.safehttp.UnsafeTargetException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Where a workspace is told what happens. */
@Path("/api/v1/webhooks")
class WebhookResource {
    private final Endpoints endpoints;
    private final WebhookClient client;
    private final ApiCaller caller;

    WebhookResource(Endpoints endpoints, WebhookClient client, ApiCaller caller) {
        this.endpoints = endpoints;
        this.client = client;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add an endpoint; its signing secret is in this answer and in no other")
    @APIResponseSchema(value = EndpointView.class, responseCode = "201")
    public Uni<Response> create(@Nullable Map<String, Object> body) {
        EndpointRequest request = EndpointRequest.read(body, true);
        String workspace = caller.workspace(request.workspaceId());
        return checkUrl(request.url())
                .chain(() -> endpoints.create(request, workspace))
                .map(view ->
                        Response.status(Response.Status.CREATED).entity(view).build());
    }

    @GET
    @Operation(summary = "Endpoints, newest first; one workspace's or all of the caller's")
    public Uni<List<EndpointView>> list(@QueryParam("workspaceId") @Nullable String workspaceId) {
        return endpoints.list(workspaceId == null ? caller.workspaceIds() : List.of(caller.workspace(workspaceId)));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "An endpoint and whether it is well")
    public Uni<EndpointView> get(@PathParam("id") String id) {
        return endpoints.get(known(id), caller.workspaceIds());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change an endpoint; what is left out stays")
    public Uni<EndpointView> change(@PathParam("id") String id, @Nullable Map<String, Object> body) {
        List<String> workspaces = caller.workspaceIds();
        String endpoint = known(id);
        EndpointRequest request = EndpointRequest.read(body, false);
        return endpoints
                .get(endpoint, workspaces)
                .chain(() -> checkUrl(request.url()))
                .chain(() -> endpoints.change(endpoint, workspaces, request));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove an endpoint with its log")
    public Uni<Void> delete(@PathParam("id") String id) {
        return endpoints.delete(known(id), caller.workspaceIds());
    }

    @POST
    @Path("/{id}/rotate-secret")
    @Operation(summary = "Make a new signing secret; the old one signs beside it for a day")
    public Uni<EndpointView> rotate(@PathParam("id") String id) {
        return endpoints.rotate(known(id), caller.workspaceIds());
    }

    /** A name without an address is taken: it may get one before the first event. */
    private Uni<Void> checkUrl(@Nullable String url) {
        if (url == null) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .completionStage(() -> client.check(url).toCompletionStage())
                .onFailure(WebhookResource::isUnresolved)
                .recoverWithNull()
                .onFailure(UnsafeTargetException.class)
                .transform(unsafe -> refused((UnsafeTargetException) unsafe));
    }

    private static boolean isUnresolved(Throwable failure) {
        return failure instanceof UnsafeTargetException unsafe
                && unsafe.reason() == UnsafeTargetException.Reason.UNRESOLVED;
    }

    private static ApiException refused(UnsafeTargetException unsafe) {
        String message = unsafe.reason().explanation();
        return new ApiException(
                422, "WEBHOOK_URL_INVALID", message, List.of(new Violation("url", "WEBHOOK_URL_INVALID", message)));
    }

    static String known(String id) {
        if (!PrefixedIds.isOf("wh", id)) {
            throw ApiException.notFound("webhook");
        }
        return id;
    }
}
