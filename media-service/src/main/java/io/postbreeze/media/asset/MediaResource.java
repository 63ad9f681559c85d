package io.postbreeze.media.asset;

import io.postbreeze.api.ApiCaller;
import io.postbreeze.api.ApiException;
import io.postbreeze.api.Violation;
import io.postbreeze.media.inspection.Rejection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Media, for users. */
@Path("/api/v1/media")
@Tag(name = "Media")
public class MediaResource {
    private final ApiCaller caller;
    private final PresignUpload uploads;
    private final FetchMedia fetches;
    private final ResolveMedia media;
    private final AssetViews views;

    MediaResource(ApiCaller caller, PresignUpload uploads, FetchMedia fetches, ResolveMedia media, AssetViews views) {
        this.caller = caller;
        this.uploads = uploads;
        this.fetches = fetches;
        this.media = media;
        this.views = views;
    }

    /** Gives out an upload URL. */
    @POST
    @Path("/presign")
    @Operation(summary = "Get a URL to upload a file to")
    public Uni<PresignAnswer> presign(
            @QueryParam("workspaceId") @Nullable String workspaceId, @Nullable PresignRequest request) {
        return uploads.presign(caller.workspace(workspaceId), UploadOrder.of(request));
    }

    /** Fetches a file; 202 when it takes longer than a request may wait. */
    @POST
    @Path("/from-url")
    @Operation(summary = "Have a file fetched from a URL")
    @APIResponseSchema(value = AssetView.class, responseCode = "201")
    public Uni<RestResponse<AssetView>> fromUrl(@Nullable FromUrlRequest request) {
        FetchOrder order = FetchOrder.of(request);
        String wanted = request == null ? null : request.workspaceId();
        return fetches.fetch(caller.workspace(wanted), List.of(order)).map(fetched -> answer(fetched.getFirst()));
    }

    private RestResponse<AssetView> answer(MediaAsset asset) {
        asset.rejection().ifPresent(MediaResource::refuse);
        return RestResponse.status(
                asset.status == AssetStatus.PROCESSING ? RestResponse.Status.ACCEPTED : RestResponse.Status.CREATED,
                views.of(asset));
    }

    private static void refuse(Rejection why) {
        String code = why.code().name();
        throw new ApiException(422, code, why.message(), List.of(new Violation("url", code, why.message())));
    }

    /** Shows an asset. */
    @GET
    @Path("/{id}")
    @Operation(summary = "See what is known about a file")
    public Uni<AssetView> show(@PathParam("id") String id) {
        return media.show(caller.workspaceIds(), id);
    }
}
