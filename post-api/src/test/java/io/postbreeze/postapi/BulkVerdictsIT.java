package io.postbreeze.postapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "post_api"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(Neighbours.class)
class BulkVerdictsIT {
    private final String key = UUID.randomUUID().toString();

    @Inject
    Pool pool;

    @ConfigProperty(name = "postbreeze.media.url")
    String media;

    private Tenant tenant;
    private String account;

    @BeforeEach
    void begin() {
        tenant = Tenant.fresh(pool).unlimited(pool);
        account = Api.connect("sandbox_creator", tenant);
    }

    @Test
    void eachOfFiveHundredIsCreatedOrRefusedOnItsOwn() {
        String stranger = Api.connect("sandbox_creator");
        JsonPath answer = answer(bulk(IntStream.range(0, 500)
                .mapToObj(i -> switch (i % 5) {
                    case 1 -> good(i).replace("\"PUBLIC_TO_EVERYONE\"", "\"\"");
                    case 2 -> good(i).replace(account, stranger);
                    case 3 -> "[" + i + "]";
                    default -> good(i);
                })
                .toList()));

        assertThat(answer.getInt("accepted")).isEqualTo(200);
        assertThat(answer.getInt("refused")).isEqualTo(300);
        List<Map<String, ?>> items = answer.getList("items");
        for (int i = 0; i < 500; i++) {
            assertThat(items.get(i).get("index")).isEqualTo(i);
            assertThat(verdict(items.get(i)))
                    .as("item %s", i)
                    .isEqualTo(
                            switch (i % 5) {
                                case 1 -> "422 TT_PRIVACY_REQUIRED platforms[0].platformOptions.privacy";
                                case 2 -> "422 ACCOUNT_NOT_FOUND platforms[0].accountId";
                                case 3 -> "400 FIELD_INVALID posts[" + i + "]";
                                default -> "201 Number " + i;
                            });
        }
        assertThat(stored()).isEqualTo(captions(items));
    }

    @Test
    void theSameAgainCreatesNothingAndAnswersTheSame() {
        String body = bulk(List.of(good(0), good(1).replace("\"PUBLIC_TO_EVERYONE\"", "\"\""), good(2)));

        String first = send(key, body).statusCode(200).extract().asString();
        String again = send(key, body).statusCode(200).extract().asString();

        assertThat(again).isEqualTo(first);
        assertThat(stored()).hasSize(2);
    }

    @Test
    void whatACrashLeftUndoneIsDoneTheNextTime() {
        List<String> posts = IntStream.range(0, 20).mapToObj(this::good).toList();
        // What a crash half-way leaves: the first ones are stored, the rest has never been seen.
        Map<String, String> before =
                captions(answer(send(key, bulk(posts.subList(0, 8)))).getList("items"));

        Map<String, String> after = captions(answer(send(key, bulk(posts))).getList("items"));

        assertThat(after).hasSize(20).containsAllEntriesOf(before);
        assertThat(stored()).isEqualTo(after);
    }

    @Test
    void manyAtOnceWithTheSameKeyCreateEachPostOnce() throws Exception {
        String body = bulk(IntStream.range(0, 40).mapToObj(this::good).toList());
        Callable<JsonPath> call = () -> answer(send(key, body));
        List<JsonPath> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            answers = threads
                    .invokeAll(IntStream.range(0, 6).mapToObj(i -> call).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }

        Map<String, String> stored = stored();
        assertThat(stored).hasSize(40);
        for (JsonPath answer : answers) {
            List<Map<String, ?>> items = answer.getList("items");
            assertThat(items)
                    .extracting(item -> (Object) item.get("statusCode"))
                    .isSubsetOf(201, 409);
            assertThat(stored).containsAllEntriesOf(captions(items));
        }
    }

    @Test
    void anotherBodyInAPlaceOfTheKeyIsRefusedThereOnly() {
        send(key, bulk(List.of(good(0), good(1))));

        send(key, bulk(List.of(good(0), good(7))))
                .body("items.statusCode", equalTo(List.of(201, 422)))
                .body("items[1].error.code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void aDryRunStoresAndFetchesNothing() {
        String withUrl = good(1).replace(
                        "\"mediaIds\": [\"" + Neighbours.VIDEO + "\"]",
                        "\"mediaItems\": [{\"url\":\"https://files.example.com/video.mp4\"}]");
        assertThat(withUrl).contains("mediaItems");
        String ingests = ingests();

        JsonPath answer = answer(tenant.caller()
                .body(bulk(List.of(good(0), withUrl, good(2).replace("\"PUBLIC_TO_EVERYONE\"", "\"\""))))
                .post("/api/v1/posts/bulk?dryRun=true")
                .then());

        assertThat(answer.getList("items.statusCode")).isEqualTo(List.of(201, 201, 422));
        assertThat(ingests()).isEqualTo(ingests);
        assertThat(stored()).isEmpty();
    }

    @Test
    void theServiceOfTheFilesBeingAwayIsSaidOfThePostsThatHaveAny() {
        send(key, bulk(List.of(good(0), good(1).replace(Neighbours.VIDEO, Neighbours.DOWN))))
                .body("items.statusCode", equalTo(List.of(201, 503)))
                .body("items[1].error.code", equalTo("MEDIA_SERVICE_UNAVAILABLE"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 501})
    void noneAndTooManyAreRefusedWhole(int posts) {
        tenant.caller()
                .body(bulk(IntStream.range(0, posts).mapToObj(this::good).toList()))
                .post("/api/v1/posts/bulk")
                .then()
                .statusCode(400)
                .body("code", equalTo("FIELD_INVALID"))
                .body("message", containsString("500"));
        assertThat(stored()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "{\"posts\":{}}", "{\"posts\":null}", "{\"posts\":[],\"more\":1}"})
    void whatIsNoListOfPostsIsRefused(String body) {
        tenant.caller().body(body).post("/api/v1/posts/bulk").then().statusCode(400);
    }

    @Test
    void aKeyOfTheWrongFormIsRefusedOnceForAll() {
        tenant.caller()
                .header("Idempotency-Key", "with space")
                .body(bulk(List.of(good(0))))
                .post("/api/v1/posts/bulk")
                .then()
                .statusCode(400)
                .body("code", equalTo("IDEMPOTENCY_KEY_INVALID"));
    }

    @Test
    void aBodyOfManyPostsMayBeLong() {
        answer("{" + " ".repeat(3 << 20) + "\"posts\":[" + good(0) + "]}");
    }

    private String good(int number) {
        return Api.flatBody(account, Neighbours.VIDEO)
                .replace("Behind the scenes from launch week ✨", "Number " + number);
    }

    private static String bulk(List<String> posts) {
        return "{\"posts\":[" + String.join(",", posts) + "]}";
    }

    private JsonPath answer(String body) {
        return answer(tenant.caller().body(body).post("/api/v1/posts/bulk").then());
    }

    private static JsonPath answer(ValidatableResponse response) {
        return response.statusCode(200).extract().jsonPath();
    }

    private ValidatableResponse send(String idempotencyKey, String body) {
        return tenant.caller()
                .header("Idempotency-Key", idempotencyKey)
                .body(body)
                .post("/api/v1/posts/bulk")
                .then()
                .statusCode(200);
    }

    private static String verdict(Map<String, ?> item) {
        if (item.get("error") instanceof Map<?, ?> error) {
            Map<?, ?> detail = (Map<?, ?>) ((List<?>) Objects.requireNonNull(error.get("details"))).getFirst();
            return item.get("statusCode") + " " + error.get("code") + " " + detail.get("path");
        }
        return item.get("statusCode") + " " + ((Map<?, ?>) Objects.requireNonNull(item.get("post"))).get("caption");
    }

    /** Captions by post. */
    private static Map<String, String> captions(List<Map<String, ?>> items) {
        return items.stream()
                .filter(item -> item.get("post") != null)
                .map(item -> (Map<?, ?>) item.get("post"))
                .collect(Collectors.toMap(post -> (String) post.get("id"), post -> (String) post.get("caption")));
    }

    /** Captions by post, of posts that have their one target and their one event. */
    private Map<String, String> stored() {
        Map<String, String> stored = new HashMap<>();
        pool.preparedQuery("select p.id, p.caption, count(t.id)::int from posts p"
                        + " left join post_targets t on t.post_id = p.id where p.workspace_id = $1 group by p.id")
                .executeAndAwait(Tuple.of(tenant.workspaceId()))
                .forEach(row ->
                        stored.put(row.getString(0), row.getInteger(2) == 1 ? row.getString(1) : "has not one target"));
        return stored;
    }

    private String ingests() {
        return given().header("Authorization", "Bearer service-token-for-tests-only-0123456789")
                .get(media + "/ingests")
                .asString();
    }
}
