package io.postbreeze.postapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.api.PrefixedIds;
import io.postbreeze.testkit.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What somebody else's key sees of a workspace: at every endpoint the same as of one that does not exist. Endpoints are
 * read off the class files; one that this test cannot feed fails it.
 */
@QuarkusTest
class StrangerIT {
    private static final Pattern ID = Pattern.compile("[a-z]{2,8}_[0-9A-HJKMNP-TV-Z]{26}");
    private static final Pattern WITHOUT_BODY = Pattern.compile(
            "(GET|DELETE) .*|POST .*/\\{}/(cancel|retry|confirm|publish-again|rotate-secret|test|resume|replay)");
    private static final List<Endpoint> ALL = Endpoint.of("io.postbreeze.postapi");

    private static final String TABLE = "POST /api/v1/posts/import";

    private static final List<Map<String, String>> QUERIES =
            List.of(Map.of(), Map.of("workspaceId", "workspaces"), Map.of("accountId", "social-accounts"));

    /** Calls that name nobody's rows: they are about the caller's own and succeed. */
    private static final Map<String, String> OWN = Map.of("POST /api/v1/workspaces", "{\"name\":\"Mine\"}");

    @Inject
    Pool pool;

    private Map<String, String> theirs;
    private Tenant stranger;

    @BeforeEach
    void somebodyWithSomethingOfEverything() {
        Tenant owner = Tenant.fresh(pool).unlimited(pool);
        stranger = Tenant.fresh(pool).unlimited(pool);
        String account = Api.connect("sandbox_creator", owner);
        JsonPath post = owner.caller()
                .body(Api.flatBody(account, Neighbours.VIDEO))
                .post("/api/v1/posts")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        theirs = Map.of(
                "workspaces", owner.workspaceId(),
                "social-accounts", account,
                "posts", post.getString("id"),
                "targets", post.getString("targets[0].id"),
                "api-keys", owner.keyId(),
                "webhooks", PrefixedIds.next("wh"),
                "deliveries", PrefixedIds.next("dlv"));
        pool.query("insert into webhook_endpoints (workspace_id, id, url, events, header_names, headers_key_id,"
                        + " headers_sealed, secret_key_id, secret_sealed, status, created_at, updated_at) values ('"
                        + owner.workspaceId() + "', '" + theirs.get("webhooks") + "', 'https://example.com/',"
                        + " '{post.published}', '{}', 'k1', '', 'k1', '', 'ACTIVE', now(), now())")
                .executeAndAwait();
        pool.query("insert into webhook_deliveries (workspace_id, endpoint_id, id, aggregate_id, event, payload,"
                        + " status, give_up_at, created_at) values ('" + owner.workspaceId() + "', '"
                        + theirs.get("webhooks") + "', '" + theirs.get("deliveries")
                        + "', 'x', 'post.published', '{}', 'DELIVERED', now(), now())")
                .executeAndAwait();
    }

    /** Bodies by endpoint; a body may name ids by their kind, such as {@code <social-accounts>}. */
    private static Optional<String> body(Endpoint endpoint) {
        String post = Api.flatBody("<social-accounts>", Neighbours.VIDEO);
        return switch (endpoint.toString()) {
            case "POST /api/v1/posts", "POST /api/v1/posts/validate", "PATCH /api/v1/posts/{}" -> Optional.of(post);
            case TABLE ->
                Optional.of("accountId,platform,privacy,mediaIds\n<social-accounts>,TIKTOK_PERSONAL,SELF_ONLY,"
                        + Neighbours.VIDEO + "\n");
            case "POST /api/v1/posts/bulk" -> Optional.of("{\"posts\":[" + post + "]}");
            case "POST /api/v1/posts/{}/schedule", "POST /api/v1/posts/{}/reschedule" ->
                Optional.of("{\"scheduledFor\":\"2099-07-01T12:00:00Z\"}");
            case "POST /api/v1/webhooks" ->
                Optional.of("{\"url\":\"https://example.com/\",\"events\":[\"post.failed\"],"
                        + "\"workspaceId\":\"<workspaces>\"}");
            case "PATCH /api/v1/webhooks/{}" -> Optional.of("{\"events\":[\"post.failed\"]}");
            case "POST /api/v1/social-accounts/connect" ->
                Optional.of("{\"platform\":\"TIKTOK_PERSONAL\",\"workspaceId\":\"<workspaces>\"}");
            case "POST /api/v1/workspaces/{}/api-keys" -> Optional.of("{\"name\":\"Mine now\"}");
            default ->
                WITHOUT_BODY.matcher(endpoint.toString()).matches()
                        ? Optional.of("")
                        : Optional.ofNullable(OWN.get(endpoint.toString()));
        };
    }

    private static Stream<Endpoint> api() {
        return ALL.stream().filter(endpoint -> endpoint.path().startsWith("/api/v1/") && !endpoint.isPublic());
    }

    @Test
    void theWalkKnowsEveryEndpoint() {
        assertThat(ALL).hasSizeGreaterThan(12);
        assertThat(api().filter(endpoint -> body(endpoint).isEmpty()))
                .as("endpoints without a body in this test")
                .isEmpty();
        api().forEach(endpoint -> endpoint.pathWith(prefix -> {
            assertThat(theirs).as("a row for %s", endpoint).containsKey(kind(prefix));
            return "";
        }));
        assertThat(ALL.stream().filter(Endpoint::isPublic).map(Endpoint::toString))
                .as("endpoints that need no key")
                .containsExactlyInAnyOrder("GET /api/v1/oauth/tiktok/callback", "POST /api/v1/tiktok/webhook");
    }

    @TestFactory
    Stream<DynamicTest> nothingIsAnsweredWithoutAKey() {
        return ALL.stream()
                .filter(endpoint -> !endpoint.isPublic())
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> {
                    Response answer =
                            call(given().contentType("application/json"), endpoint, Map.of(), UnaryOperator.identity());
                    answer.then().statusCode(401);
                }));
    }

    @Test
    void aKeyDoesNotOpenWhatIsInternal() {
        ALL.stream()
                .filter(endpoint -> endpoint.path().startsWith("/internal/"))
                .forEach(endpoint -> {
                    Response answer = call(stranger.caller(), endpoint, Map.of(), UnaryOperator.identity());
                    assertThat(answer.statusCode()).as(endpoint.toString()).isEqualTo(401);
                });
    }

    @Test
    void theirRowsLookLikeNoneAndStayAsTheyAre() {
        String before = everythingOf(theirs.get("workspaces"));
        List<String> leaks = new ArrayList<>();

        api().forEach(endpoint -> leaks.addAll(leaks(endpoint)));

        assertThat(leaks).isEmpty();
        assertThat(everythingOf(theirs.get("workspaces"))).isEqualTo(before);
    }

    @Test
    void theirOwnerSeesWhatTheWalkLooksFor() {
        assertThat(everythingOf(theirs.get("workspaces"))).contains(theirs.values());
    }

    /** Asked by nothing but the path and the body, and of a workspace and of an account by query parameters. */
    private List<String> leaks(Endpoint endpoint) {
        return QUERIES.stream()
                .flatMap(query -> leaks(endpoint, query).stream().map(leak -> endpoint + " " + query + leak))
                .toList();
    }

    private List<String> leaks(Endpoint endpoint, Map<String, String> query) {
        Response real = call(stranger.caller(), endpoint, query, theirs::get);
        Response invented = call(stranger.caller(), endpoint, query, kind -> never(theirs.get(kind)));
        List<String> leaks = new ArrayList<>();
        if (!told(real).equals(told(invented))) {
            leaks.add(" tells theirs from none: " + told(real) + " / " + told(invented));
        }
        if (endpoint.path().contains("{}") && real.statusCode() != 404) {
            leaks.add(" is not a 404: " + told(real));
        }
        if (theirs.values().stream().anyMatch(real.asString()::contains)) {
            leaks.add(" names what is theirs: " + real.asString());
        }
        if (!List.of(200, 201, 404, 422).contains(real.statusCode())) {
            leaks.add(" was not fed well: " + told(real));
        }
        return leaks;
    }

    /** The answer without what differs from call to call. */
    private static String told(Response answer) {
        String body = ID.matcher(answer.asString()).replaceAll("<id>");
        return answer.statusCode() + " " + body.replaceAll("\"(createdAt|updatedAt|slug)\":\"[^\"]*\"", "");
    }

    private static Response call(
            RequestSpecification caller, Endpoint endpoint, Map<String, String> query, UnaryOperator<String> ids) {
        String body = body(endpoint).orElse("");
        for (String kind : List.of("workspaces", "social-accounts", "posts")) {
            body = body.replace("<" + kind + ">", String.valueOf(ids.apply(kind)));
        }
        query.forEach((name, kind) -> caller.queryParam(name, ids.apply(kind)));
        boolean isTable = endpoint.toString().equals(TABLE);
        return caller.contentType(isTable ? "text/csv" : "application/json")
                .body(body)
                .request(endpoint.method(), endpoint.pathWith(prefix -> String.valueOf(ids.apply(kind(prefix)))));
    }

    private static String kind(String prefix) {
        return prefix.substring(prefix.lastIndexOf('/') + 1);
    }

    private static String never(String id) {
        return PrefixedIds.next(id.substring(0, id.indexOf('_')));
    }

    /** Every row of every table that belongs to a workspace. */
    private String everythingOf(String workspaceId) {
        Map<String, String> rows = new TreeMap<>();
        for (Row table : pool.query("select table_name from information_schema.columns"
                        + " where table_schema = 'public' and column_name = 'workspace_id'")
                .executeAndAwait()) {
            String name = table.getString(0);
            rows.put(
                    name,
                    rows("select to_jsonb(t) - 'last_used_at' from " + name + " t where workspace_id = '" + workspaceId
                            + "'"));
        }
        rows.put("workspaces", rows("select to_jsonb(w) from workspaces w where id = '" + workspaceId + "'"));
        return rows.toString();
    }

    private String rows(String query) {
        List<String> rows = new ArrayList<>();
        for (Row row : pool.query(query).executeAndAwait()) {
            rows.add(String.valueOf(row.getValue(0)));
        }
        return rows.stream().sorted().collect(Collectors.joining("\n"));
    }
}
