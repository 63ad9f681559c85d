package io.postbreeze.postapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.api.PrefixedIds;
import io.postbreeze.testkit.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
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
    private static final List<Endpoint> ALL = Endpoint.of("io.postbreeze.postapi");

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
        String post = owner.caller()
                .body(Api.flatBody(account, Neighbours.VIDEO))
                .post("/api/v1/posts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        theirs = Map.of(
                "workspaces",
                owner.workspaceId(),
                "social-accounts",
                account,
                "posts",
                post,
                "api-keys",
                owner.keyId());
    }

    /** Bodies by endpoint; a body may name ids by their kind, such as {@code <social-accounts>}. */
    private static Optional<String> body(Endpoint endpoint) {
        String post = Api.flatBody("<social-accounts>", Neighbours.VIDEO);
        return switch (endpoint.toString()) {
            case "POST /api/v1/posts", "POST /api/v1/posts/validate", "PATCH /api/v1/posts/{}" -> Optional.of(post);
            case "POST /api/v1/posts/{}/schedule", "POST /api/v1/posts/{}/reschedule" ->
                Optional.of("{\"scheduledFor\":\"2099-07-01T12:00:00Z\"}");
            case "POST /api/v1/posts/{}/cancel", "POST /api/v1/posts/{}/retry" -> Optional.of("");
            case "POST /api/v1/social-accounts/connect" ->
                Optional.of("{\"platform\":\"TIKTOK_PERSONAL\",\"workspaceId\":\"<workspaces>\"}");
            case "POST /api/v1/workspaces/{}/api-keys" -> Optional.of("{\"name\":\"Mine now\"}");
            default ->
                Stream.of("GET", "DELETE").anyMatch(endpoint.method()::equals)
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
            String kind = prefix.substring(prefix.lastIndexOf('/') + 1);
            assertThat(theirs).as("a row for %s", endpoint).containsKey(kind);
            return kind;
        }));
        assertThat(ALL.stream().filter(Endpoint::isPublic).map(Endpoint::toString))
                .as("endpoints that need no key")
                .containsExactlyInAnyOrder("GET /api/v1/oauth/tiktok/callback");
    }

    @TestFactory
    Stream<DynamicTest> nothingIsAnsweredWithoutAKey() {
        return ALL.stream()
                .filter(endpoint -> !endpoint.isPublic())
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> {
                    Response answer = call(given().contentType("application/json"), endpoint, UnaryOperator.identity());
                    answer.then().statusCode(401);
                }));
    }

    @Test
    void aKeyDoesNotOpenWhatIsInternal() {
        ALL.stream()
                .filter(endpoint -> endpoint.path().startsWith("/internal/"))
                .forEach(endpoint -> {
                    Response answer = call(stranger.caller(), endpoint, UnaryOperator.identity());
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

    private List<String> leaks(Endpoint endpoint) {
        Response real = call(stranger.caller(), endpoint, theirs::get);
        Response invented = call(stranger.caller(), endpoint, kind -> never(theirs.get(kind)));
        boolean namesThem =
                endpoint.path().contains("{}") || !endpoint.queryParameters().isEmpty();
        List<String> leaks = new ArrayList<>();
        if (!told(real).equals(told(invented))) {
            leaks.add(endpoint + " tells theirs from none: " + told(real) + " / " + told(invented));
        }
        if (namesThem && real.statusCode() != 404 && !isEmptyList(real)) {
            leaks.add(endpoint + " answers " + told(real));
        }
        if (real.statusCode() >= 500 || real.statusCode() == 400 || real.statusCode() == 415) {
            leaks.add(endpoint + " was not fed well: " + told(real));
        }
        return leaks;
    }

    private static boolean isEmptyList(Response answer) {
        return answer.statusCode() == 200 && answer.asString().equals("[]");
    }

    /** The answer without the ids that differ from call to call. */
    private static String told(Response answer) {
        String body = ID.matcher(answer.asString()).replaceAll("<id>");
        return answer.statusCode() + " " + body.replaceAll("\"(createdAt|updatedAt|slug)\":\"[^\"]*\"", "");
    }

    private static Response call(RequestSpecification caller, Endpoint endpoint, UnaryOperator<String> ids) {
        String path = endpoint.pathWith(prefix -> ids.apply(prefix.substring(prefix.lastIndexOf('/') + 1)));
        String body = body(endpoint).orElse("");
        for (String kind : List.of("workspaces", "social-accounts", "posts")) {
            body = body.replace("<" + kind + ">", String.valueOf(ids.apply(kind)));
        }
        if (endpoint.queryParameters().contains("workspaceId")) {
            caller.queryParam("workspaceId", ids.apply("workspaces"));
        }
        return caller.body(body).request(endpoint.method(), path);
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
