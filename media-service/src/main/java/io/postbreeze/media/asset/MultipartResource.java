package io.postbreeze.media.asset;

import io.postbreeze.api.ApiCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Uploads in parts, for users. */
@Path("/api/v1/media")
@Tag(name = "Media")
public class MultipartResource {
    private final ApiCaller caller;
    private final MultipartUploads uploads;

    MultipartResource(ApiCaller caller, MultipartUploads uploads) {
        this.caller = caller;
        this.uploads = uploads;
    }

    /** Begins an upload. */
    @POST
    @Path("/presign-multipart")
    @Operation(operationId = "createMultipartUpload", summary = "Begin an upload in parts, which survives breaks")
    public Uni<MultipartAnswer> begin(
            @QueryParam("workspaceId") @Nullable String workspaceId, @Nullable MultipartRequest request) {
        return uploads.begin(caller.workspace(workspaceId), UploadOrder.inParts(request));
    }

    /** Gives out URLs for parts. */
    @POST
    @Path("/{id}/parts")
    @Operation(operationId = "createPartUrls", summary = "Get URLs to upload parts to")
    public Uni<PartUrls> urls(@PathParam("id") String id, @Nullable PartsRequest request) {
        return uploads.urls(caller.workspaceIds(), id, request);
    }

    /** Tells what has arrived. */
    @GET
    @Path("/{id}/parts")
    @Operation(operationId = "listParts", summary = "See which parts have arrived")
    public Uni<UploadParts> show(@PathParam("id") String id) {
        return uploads.show(caller.workspaceIds(), id);
    }

    /** Ends an upload. */
    @POST
    @Path("/{id}/complete")
    @Operation(operationId = "completeUpload", summary = "Make the file of its parts")
    public Uni<AssetView> complete(@PathParam("id") String id) {
        return uploads.complete(caller.workspaceIds(), id);
    }

    /** Gives an upload up. */
    @DELETE
    @Path("/{id}/parts")
    @Operation(operationId = "abortUpload", summary = "Give an upload in parts up")
    @APIResponse(responseCode = "204")
    public Uni<Void> abort(@PathParam("id") String id) {
        return uploads.abort(caller.workspaceIds(), id);
    }
}
