package io.postbreeze.postapi.webhook;

import io.postbreeze.api.ApiCaller;
import io.postbreeze.api.ApiException;
import io.postbreeze.api.PageLimit;
import io.postbreeze.api.PrefixedIds;
import io.postbreeze.api.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What was sent to an endpoint, and what can be done about it. */
@Path("/api/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
class DeliveryResource {
    private final Endpoints endpoints;
    private final DeliveryLog log;
    private final WebhookSender sender;
    private final ApiCaller caller;

    DeliveryResource(Endpoints endpoints, DeliveryLog log, WebhookSender sender, ApiCaller caller) {
        this.endpoints = endpoints;
        this.log = log;
        this.sender = sender;
        this.caller = caller;
    }

    @GET
    @Path("/{id}/deliveries")
    @Operation(summary = "What was sent, newest first; the next page is in the Link header")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = DeliveryView.class)))
    public Uni<Response> list(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        String endpoint = WebhookResource.known(id);
        int size = PageLimit.of(limit);
        if (cursor != null && !PrefixedIds.isOf("dlv", cursor)) {
            String message = "cursor comes from the Link header of the page before.";
            throw new ApiException(
                    400, "PARAMETER_INVALID", message, List.of(new Violation("cursor", "PARAMETER_INVALID", message)));
        }
        return endpoints
                .get(endpoint, caller.workspaceIds())
                .chain(() -> log.page(endpoint, cursor, size + 1))
                .map(found -> page(found, size, uri));
    }

    @POST
    @Path("/{id}/deliveries/{deliveryId}/replay")
    @Operation(summary = "Send a delivery again, under the same id")
    @APIResponseSchema(value = DeliveryView.class, responseCode = "202")
    public Uni<Response> replay(@PathParam("id") String id, @PathParam("deliveryId") String deliveryId) {
        if (!PrefixedIds.isOf("dlv", deliveryId)) {
            throw ApiException.notFound("delivery");
        }
        return log.replay(WebhookResource.known(id), caller.workspaceIds(), deliveryId)
                .invoke(sender::wake)
                .map(DeliveryResource::accepted);
    }

    @POST
    @Path("/{id}/test")
    @Operation(summary = "Send a ping; the log tells what came of it")
    @APIResponseSchema(value = DeliveryView.class, responseCode = "202")
    public Uni<Response> test(@PathParam("id") String id) {
        return log.ping(WebhookResource.known(id), caller.workspaceIds())
                .invoke(sender::wake)
                .map(DeliveryResource::accepted);
    }

    @POST
    @Path("/{id}/resume")
    @Operation(summary = "Take a paused endpoint up again")
    public Uni<EndpointView> resume(@PathParam("id") String id) {
        return log.resume(WebhookResource.known(id), caller.workspaceIds()).invoke(sender::wake);
    }

    /** One more than asked for was read: it tells that there is a next page. */
    private static Response page(List<DeliveryView> found, int size, UriInfo uri) {
        if (found.size() <= size) {
            return Response.ok(found).build();
        }
        List<DeliveryView> shown = found.subList(0, size);
        return Response.ok(shown)
                .header(
                        HttpHeaders.LINK,
                        PageLimit.nextLink(uri, shown.getLast().id()))
                .build();
    }

    private static Response accepted(DeliveryView view) {
        return Response.accepted(view).build();
    }
}
