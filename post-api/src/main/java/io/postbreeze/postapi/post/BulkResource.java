package io.postbreeze.postapi.post;

import io.postbreeze.api.ApiCaller;
import io.postbreeze.api.ApiException;
import io.postbreeze.api.PageLimit;
import io.postbreeze.api.Violation;
import io.postbreeze.postapi.post.validation.PostWarnings;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Many posts at once, as JSON or as a table. */
@Path("/api/v1/posts")
class BulkResource {
    private static final String CSV = "text/csv";

    private final BulkPosts bulk;
    private final ListPosts list;
    private final ApiCaller caller;

    BulkResource(BulkPosts bulk, ListPosts list, ApiCaller caller) {
        this.bulk = bulk;
        this.list = list;
        this.caller = caller;
    }

    @POST
    @Path("/bulk")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createPosts", summary = "Create up to 500 posts, each on its own")
    public Uni<BulkAnswer> create(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @RestQuery boolean dryRun,
            @Nullable Map<String, Object> body) {
        if (body == null || body.size() != 1 || !(body.get("posts") instanceof List<?> posts)) {
            throw refused("posts", "Send {\"posts\": [...]} with the bodies of the posts.");
        }
        return bulk.create(posts, order(idempotencyKey, dryRun)).map(BulkAnswer::of);
    }

    @POST
    @Path("/import")
    @Consumes(CSV)
    @Operation(operationId = "importPosts", summary = "Create posts from a table, one row for each target")
    public Uni<ImportAnswer> importTable(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @RestQuery boolean dryRun,
            byte @Nullable [] table) {
        CsvTable.Bodies bodies = CsvTable.read(table == null ? new byte[0] : table);
        return bulk.create(bodies.posts(), order(idempotencyKey, dryRun))
                .map(verdicts -> ImportAnswer.of(verdicts, bodies.rows()));
    }

    @GET
    @Path("/export")
    @Produces(CSV)
    @Operation(operationId = "exportPosts", summary = "Posts as a table that can be imported again, page by page")
    public Uni<RestResponse<String>> exportTable(@BeanParam PostQuery query, @Context UriInfo uri) {
        return list.page(
                        PostResource.workspaces(query, caller),
                        query.filter(),
                        PostCursor.read(query.cursor),
                        PageLimit.of(query.limit))
                .map(page -> table(page, uri));
    }

    private static RestResponse<String> table(ListPosts.Page page, UriInfo uri) {
        RestResponse.ResponseBuilder<String> answer = RestResponse.ResponseBuilder.ok(CsvTable.write(page.posts()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"posts.csv\"");
        if (page.next() != null) {
            answer.header(HttpHeaders.LINK, PageLimit.nextLink(uri, page.next().written()));
        }
        return answer.build();
    }

    private BulkPosts.Order order(@Nullable String idempotencyKey, boolean dryRun) {
        return new BulkPosts.Order(caller.workspaceIds(), caller.keyId(), idempotencyKey, dryRun);
    }

    private static ApiException refused(String path, String message) {
        return new ApiException(400, "FIELD_INVALID", message, List.of(new Violation(path, "FIELD_INVALID", message)));
    }

    /**
     * What became of the posts.
     *
     * @param accepted how many were created, or would have been
     * @param refused how many were not
     * @param items one for each, in the order of the request
     */
    record BulkAnswer(long accepted, long refused, List<BulkPosts.BulkVerdict> items) {
        static BulkAnswer of(List<BulkPosts.BulkVerdict> items) {
            long accepted = items.stream().filter(item -> item.error() == null).count();
            return new BulkAnswer(accepted, items.size() - accepted, items);
        }
    }

    /**
     * What became of the rows.
     *
     * @param accepted how many posts were created, or would have been
     * @param refused how many were not
     * @param items one for each post, in the order of its first row
     */
    record ImportAnswer(long accepted, long refused, List<ImportedPost> items) {
        static ImportAnswer of(List<BulkPosts.BulkVerdict> verdicts, List<List<Integer>> rows) {
            BulkAnswer counted = BulkAnswer.of(verdicts);
            List<ImportedPost> items = verdicts.stream()
                    .map(one -> new ImportedPost(
                            rows.get(one.index()),
                            one.statusCode(),
                            one.post(),
                            one.warnings(),
                            CsvPath.inTable(one.error(), rows.get(one.index()))))
                    .toList();
            return new ImportAnswer(counted.accepted(), counted.refused(), items);
        }

        /**
         * One post of a table.
         *
         * @param rows its rows, the header being row 1
         */
        record ImportedPost(
                List<Integer> rows,
                int statusCode,
                @Nullable PostView post,
                List<PostWarnings.Warning> warnings,
                BulkPosts.@Nullable BulkRefusal error) {}
    }
}
