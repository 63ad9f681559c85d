package io.postbreeze.media.asset;

import io.postbreeze.api.ApiCaller;
import io.postbreeze.api.ApiException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Media, for users. */
@Path("/api/v1/media")
@Tag(name = "Media")
public class MediaResource {
    private final ApiCaller caller;
    private final PresignUpload uploads;
    private final ResolveMedia media;

    MediaResource(ApiCaller caller, PresignUpload uploads, ResolveMedia media) {
        this.caller = caller;
        this.uploads = uploads;
        this.media = media;
    }

    /** Gives out an upload URL. */
    @POST
    @Path("/presign")
    @Operation(summary = "Get a URL to upload a file to")
    public Uni<PresignAnswer> presign(
            @QueryParam("workspaceId") @Nullable String workspaceId, @Nullable PresignRequest request) {
        return uploads.presign(workspace(workspaceId), UploadOrder.of(request));
    }

    /** Shows an asset. */
    @GET
    @Path("/{id}")
    @Operation(summary = "See what is known about a file")
    public Uni<AssetView> show(@PathParam("id") String id) {
        return media.show(caller.workspaceIds(), id);
    }

    private String workspace(@Nullable String wanted) {
        List<String> usable = caller.workspaceIds();
        if (wanted != null && !caller.mayUse(wanted)) {
            throw ApiException.notFound("workspace");
        }
        if (wanted == null && usable.size() != 1) {
            throw new ApiException(
                    400, "WORKSPACE_REQUIRED", "This key may use several workspaces; name one as ?workspaceId=ws_….");
        }
        return wanted == null ? usable.getFirst() : wanted;
    }
}
