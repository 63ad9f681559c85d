package io.postbreeze.postapi.post;

import io.postbreeze.api.ApiCaller;
import io.postbreeze.api.ApiException;
import io.postbreeze.api.PageLimit;
import io.postbreeze.api.PrefixedIds;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Posts. */
@Path("/api/v1/posts")
class PostResource {
    private final CreatePost create;
    private final CreateOnce createOnce;
    private final Posts posts;
    private final ListPosts list;
    private final Timeline timeline;
    private final ApiCaller caller;

    PostResource(
            CreatePost create,
            CreateOnce createOnce,
            Posts posts,
            ListPosts list,
            Timeline timeline,
            ApiCaller caller) {
        this.create = create;
        this.createOnce = createOnce;
        this.posts = posts;
        this.list = list;
        this.timeline = timeline;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Schedule a post, publish it now, or keep it as a draft")
    @APIResponseSchema(value = PostView.class, responseCode = "201")
    public Uni<Response> create(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, @Nullable Map<String, Object> body) {
        if (body == null) {
            throw new ApiException(400, "MALFORMED_JSON", "The body is empty; send the post as a JSON object.");
        }
        List<String> workspaces = caller.workspaceIds();
        if (idempotencyKey == null) {
            return create.create(body, workspaces, caller.keyId()).map(PostResource::created);
        }
        return createOnce
                .create(body, workspaces, caller.keyId(), idempotencyKey)
                .map(PostResource::answered);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A post and how far each of its targets came")
    public Uni<RestResponse<PostView>> get(@PathParam("id") String id) {
        List<String> workspaces = caller.workspaceIds();
        checked(id);
        return Panache.withSession(() -> posts.visible(id, workspaces)
                .chain(post -> posts.targets(existing(post).id).map(targets -> shown(PostView.of(post, targets)))));
    }

    @GET
    @Operation(
            operationId = "listPosts",
            summary = "Posts: what is to come, soonest first, then the rest, newest first")
    public Uni<RestResponse<List<PostView>>> list(@BeanParam PostQuery query, @Context UriInfo uri) {
        return list.page(
                        workspaces(query, caller),
                        query.filter(),
                        PostCursor.read(query.cursor),
                        PageLimit.of(query.limit))
                .map(page -> listed(page, uri));
    }

    @GET
    @Path("/{id}/timeline")
    @Operation(summary = "Everything that happened to a post, oldest first")
    public Uni<List<TimelineLine>> timeline(@PathParam("id") String id) {
        List<String> workspaces = caller.workspaceIds();
        checked(id);
        return Panache.withSession(() -> posts.visible(id, workspaces))
                .map(PostResource::existing)
                .chain(timeline::of);
    }

    private static Response created(PostView view) {
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.ETAG, Revision.tag(view.revision()))
                .entity(view)
                .build();
    }

    private static Response answered(CreateOnce.Answer answer) {
        return Response.status(Response.Status.CREATED)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Idempotency-Replayed", answer.replayed())
                .entity(answer.body())
                .build();
    }

    /** The post with its tag. */
    static RestResponse<PostView> shown(PostView view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, Revision.tag(view.revision()))
                .build();
    }

    /** The id, unless no post can have it. */
    static String checked(String id) {
        if (!PrefixedIds.isOf("post", id)) {
            throw ApiException.notFound("post");
        }
        return id;
    }

    /** The workspaces that a list is about; fails with 404 when the caller cannot reach the one it names. */
    static List<String> workspaces(PostQuery query, ApiCaller caller) {
        if (query.workspaceId == null) {
            return caller.workspaceIds();
        }
        if (!caller.workspaceIds().contains(query.workspaceId)) {
            throw ApiException.notFound("workspace");
        }
        return List.of(query.workspaceId);
    }

    private static RestResponse<List<PostView>> listed(ListPosts.Page page, UriInfo uri) {
        RestResponse.ResponseBuilder<List<PostView>> answer = RestResponse.ResponseBuilder.ok(page.posts());
        if (page.next() != null) {
            answer.header(HttpHeaders.LINK, PageLimit.nextLink(uri, page.next().written()));
        }
        return answer.build();
    }

    private static Post existing(@Nullable Post found) {
        if (found == null) {
            throw ApiException.notFound("post");
        }
        return found;
    }
}
