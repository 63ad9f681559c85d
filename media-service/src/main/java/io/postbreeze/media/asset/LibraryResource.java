package io.postbreeze.media.asset;

import io.postbreeze.api.ApiCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What owners do with their files. */
@Path("/api/v1/media/{id}")
@Tag(name = "Media")
public class LibraryResource {
    private final ApiCaller caller;
    private final MediaAssets assets;
    private final DeleteMedia deletion;
    private final AssetViews views;
    private final Clock clock;

    LibraryResource(ApiCaller caller, MediaAssets assets, DeleteMedia deletion, AssetViews views, Clock clock) {
        this.caller = caller;
        this.assets = assets;
        this.deletion = deletion;
        this.views = views;
        this.clock = clock;
    }

    /** Changes what is said about a file, not the file. */
    @PATCH
    @Operation(operationId = "updateMedia", summary = "Rename, describe or label a file")
    public Uni<AssetView> change(@PathParam("id") String id, @Nullable Map<String, Object> body) {
        MediaPatch patch = MediaPatch.of(body);
        return assets.change(caller.workspaceIds(), id, asset -> patch.apply(asset, clock.instant()))
                .map(views::of);
    }

    /** Takes a file away; 409 with the posts that use it. */
    @DELETE
    @Operation(operationId = "deleteMedia", summary = "Delete a file that no post uses")
    @APIResponse(responseCode = "204")
    public Uni<Void> delete(@PathParam("id") String id) {
        return deletion.delete(caller.workspaceIds(), id);
    }
}
