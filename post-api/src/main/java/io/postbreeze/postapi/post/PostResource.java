package io.postbreeze.postapi.post;

import io.postbreeze.api.ApiCaller;
import io.postbreeze.api.ApiException;
import io.postbreeze.api.PrefixedIds;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Posts. */
@Path("/api/v1/posts")
class PostResource {
    private final CreatePost create;
    private final Posts posts;
    private final Timeline timeline;
    private final ApiCaller caller;

    PostResource(CreatePost create, Posts posts, Timeline timeline, ApiCaller caller) {
        this.create = create;
        this.posts = posts;
        this.timeline = timeline;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Schedule a post, publish it now, or keep it as a draft")
    public Uni<PostView> create(@Nullable Map<String, Object> body) {
        if (body == null) {
            throw new ApiException(400, "MALFORMED_JSON", "The body is empty; send the post as a JSON object.");
        }
        return create.create(body, caller.workspaceIds(), caller.keyId());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A post and how far each of its targets came")
    public Uni<PostView> get(@PathParam("id") String id) {
        List<String> workspaces = caller.workspaceIds();
        checkId(id);
        return Panache.withSession(() -> posts.visible(id, workspaces)
                .chain(post -> posts.targets(existing(post).id).map(targets -> PostView.of(post, targets))));
    }

    @GET
    @Path("/{id}/timeline")
    @Operation(summary = "Everything that happened to a post, oldest first")
    public Uni<List<TimelineLine>> timeline(@PathParam("id") String id) {
        List<String> workspaces = caller.workspaceIds();
        checkId(id);
        return Panache.withSession(() -> posts.visible(id, workspaces))
                .map(PostResource::existing)
                .chain(timeline::of);
    }

    private static void checkId(String id) {
        if (!PrefixedIds.isOf("post", id)) {
            throw ApiException.notFound("post");
        }
    }

    private static Post existing(@Nullable Post found) {
        if (found == null) {
            throw ApiException.notFound("post");
        }
        return found;
    }
}
