package io.postbreeze.analytics.query;

import io.postbreeze.analytics.tracking.TrackedPost;
import io.postbreeze.analytics.tracking.TrackedPosts;
import io.postbreeze.api.ApiCaller;
import io.postbreeze.api.ApiException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The analytics API. */
@Path("/api/v1/analytics")
@Tag(name = "Analytics")
class AnalyticsResource {
    private final TrackedPosts posts;
    private final ApiCaller caller;
    private final Clock clock;
    private final QueryConfig config;

    AnalyticsResource(TrackedPosts posts, ApiCaller caller, Clock clock, QueryConfig config) {
        this.posts = posts;
        this.caller = caller;
        this.clock = clock;
        this.config = config;
    }

    @GET
    @Path("/posts/{postId}")
    @Operation(
            summary = "Numbers of a post",
            description = "The last known numbers of every published target. A number TikTok does not give is null"
                    + " and named in `unavailable` with the reason, never 0.")
    @APIResponse(responseCode = "200", description = "The post is tracked")
    @APIResponse(responseCode = "404", description = "No target of such a post has been published")
    public Uni<PostNumbers> post(String postId) {
        return posts.ofPost(caller.workspaceIds(), postId).map(tracked -> show(postId, tracked));
    }

    private PostNumbers show(String postId, List<TrackedPost> tracked) {
        if (tracked.isEmpty()) {
            throw ApiException.notFound("published post");
        }
        return PostNumbersMapping.of(postId, tracked, clock.instant(), config.staleAfter());
    }
}
