package io.postbreeze.media.asset;

import io.postbreeze.api.ApiCaller;
import io.postbreeze.api.ApiException;
import io.postbreeze.api.PageLimit;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The files of a workspace, for users. */
@Path("/api/v1/media")
@Tag(name = "Media")
public class MediaListResource {
    private final ApiCaller caller;
    private final MediaAssets assets;
    private final AssetViews views;

    MediaListResource(ApiCaller caller, MediaAssets assets, AssetViews views) {
        this.caller = caller;
        this.assets = assets;
        this.views = views;
    }

    /** Newest first, as they were when they were last looked at; one workspace's or all of the caller's. */
    @GET
    @Operation(operationId = "listMedia", summary = "Files, newest first")
    public Uni<RestResponse<List<AssetView>>> list(
            @QueryParam("workspaceId") @Nullable String workspaceId,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("status") @Nullable String status,
            @QueryParam("label") @Nullable String label,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        if (workspaceId != null && !caller.mayUse(workspaceId)) {
            throw ApiException.notFound("workspace");
        }
        List<String> workspaces = workspaceId == null ? caller.workspaceIds() : List.of(workspaceId);
        MediaQuery query = MediaQuery.of(workspaces, kind, status, label, limit, cursor);
        return assets.page(query).call(assets::withPosters).map(found -> page(found, query, uri));
    }

    /** One more than a page was looked for: that it is there means that there is a next page. */
    private RestResponse<List<AssetView>> page(List<MediaAsset> found, MediaQuery query, UriInfo uri) {
        List<MediaAsset> shown = found.subList(0, Math.min(query.most(), found.size()));
        RestResponse.ResponseBuilder<List<AssetView>> answer =
                RestResponse.ResponseBuilder.ok(shown.stream().map(views::of).toList());
        if (found.size() > query.most()) {
            answer.header(HttpHeaders.LINK, PageLimit.nextLink(uri, shown.getLast().id));
        }
        return answer.build();
    }
}
