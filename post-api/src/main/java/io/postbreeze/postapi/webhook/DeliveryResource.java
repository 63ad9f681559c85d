package io.postbreeze.postapi.webhook;

import io.postbreeze.api.ApiCaller;
import io.postbreeze.api.ApiException;
import io.postbreeze.api.PrefixedIds;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What was sent to an endpoint, and what can be done about it. */
@Path("/api/v1/webhooks/{id}")
class DeliveryResource {
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

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
    @Path("/deliveries")
    @Operation(summary = "What was sent, newest first; the next page is in the Link header")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = DeliveryView.class)))
    public Uni<Response> list(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String endpoint = WebhookResource.known(id);
        int size = size(limit);
        if (cursor != null && !PrefixedIds.isOf("dlv", cursor)) {
            throw new ApiException(400, "CURSOR_INVALID", "cursor comes from the Link header of the page before.");
        }
        return endpoints
                .get(endpoint, caller.workspaceIds())
                .chain(() -> log.page(endpoint, cursor, size + 1))
                .map(found -> page(endpoint, found, size));
    }

    @POST
    @Path("/deliveries/{deliveryId}/replay")
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
    @Path("/test")
    @Operation(summary = "Send a ping; the log tells what came of it")
    @APIResponseSchema(value = DeliveryView.class, responseCode = "202")
    public Uni<Response> test(@PathParam("id") String id) {
        return log.ping(WebhookResource.known(id), caller.workspaceIds())
                .invoke(sender::wake)
                .map(DeliveryResource::accepted);
    }

    @POST
    @Path("/resume")
    @Operation(summary = "Take a paused endpoint up again")
    public Uni<EndpointView> resume(@PathParam("id") String id) {
        return log.resume(WebhookResource.known(id), caller.workspaceIds()).invoke(sender::wake);
    }

    private static int size(@Nullable String limit) {
        if (limit == null) {
            return USUAL_PAGE;
        }
        int size = NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
        if (size < 1 || size > LARGEST_PAGE) {
            throw new ApiException(400, "LIMIT_INVALID", "limit is a number from 1 to " + LARGEST_PAGE + ".");
        }
        return size;
    }

    /** One more than asked for was read: it tells that there is a next page. */
    private static Response page(String endpoint, List<DeliveryView> found, int size) {
        if (found.size() <= size) {
            return Response.ok(found).build();
        }
        List<DeliveryView> shown = found.subList(0, size);
        String next = "/api/v1/webhooks/" + endpoint + "/deliveries?limit=" + size + "&cursor="
                + shown.getLast().id();
        return Response.ok(shown).header("Link", "<" + next + ">; rel=\"next\"").build();
    }

    private static Response accepted(DeliveryView view) {
        return Response.accepted(view).build();
    }
}
