package io.postbreeze.postapi;

import static io.postbreeze.postapi.Api.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "post_api"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(Neighbours.class)
class BulkIT {
    private static final String BULK = "/api/v1/posts/bulk";
    private static final int MOST = 500;

    private String account;

    @BeforeEach
    void connects() {
        account = Api.connect("sandbox_creator");
    }

    @Test
    void eachPostIsCreatedOrRefusedOnItsOwn() {
        String good = Api.flatBody(account, Neighbours.VIDEO);
        String bad = good.replace("PUBLIC_TO_EVERYONE", "PUBLIC");
        String foreign = Api.nestedBody("soc_01K9Z5T2K9Q3RB6N6JZP3RYV0V", Neighbours.VIDEO);

        caller().body(bodies(List.of(good, bad, "7", foreign, good)))
                .post(BULK)
                .then()
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("refused", equalTo(3))
                .body("items.index", equalTo(List.of(0, 1, 2, 3, 4)))
                .body("items.statusCode", equalTo(List.of(201, 422, 400, 422, 201)))
                .body("items[1].error.details[0].path", equalTo("platforms[0].platformOptions.privacy"))
                .body("items[3].error.code", equalTo("ACCOUNT_NOT_FOUND"))
                .body("items[0].post.status", equalTo("SCHEDULED"));
    }

    @Test
    void fiveHundredAtOnceAndNotOneMore() {
        String draft = Api.flatBody(account, Neighbours.VIDEO)
                .replace("\"scheduledFor\": \"2099-06-02T12:00:00Z\",", "")
                .replaceAll("\\s+", " ");

        caller().body(bodies(Collections.nCopies(MOST, draft)))
                .post(BULK)
                .then()
                .statusCode(200)
                .body("accepted", equalTo(MOST))
                .body("items.statusCode", everyItem(equalTo(201)));
        caller().body(bodies(Collections.nCopies(MOST + 1, "{}")))
                .post(BULK)
                .then()
                .statusCode(400);
        for (String nonsense : List.of("{}", "{\"posts\":{}}", "{\"posts\":[]}", "{\"posts\":[{}],\"dryRun\":true}")) {
            caller().body(nonsense).post(BULK).then().statusCode(400);
        }
    }

    @Test
    void theSameRequestAgainCreatesNothingTwice() {
        String key = UUID.randomUUID().toString();
        String body = bodies(Collections.nCopies(20, Api.flatBody(account, Neighbours.VIDEO)));

        List<List<String>> ids = IntStream.range(0, 3)
                .mapToObj(i -> ids(caller().header("Idempotency-Key", key)
                        .body(body)
                        .post(BULK)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()))
                .toList();

        assertThat(ids.getFirst()).hasSize(20).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(ids).allMatch(ids.getFirst()::equals);
    }

    @Test
    void aDryRunStoresNothing() {
        String mine = Api.connect("sandbox_newcomer");
        String body = bodies(List.of(Api.flatBody(mine, Neighbours.VIDEO)));

        caller().body(body).post(BULK + "?dryRun=true").then().statusCode(200).body("accepted", equalTo(1));

        caller().get("/api/v1/posts?accountId=" + mine).then().body("findAll{it.status=='SCHEDULED'}", empty());
    }

    @Test
    void aTableIsImportedAndWhatIsExportedCanBeImportedAgain() {
        String table = "postKey,content,scheduledFor,accountId,platform,privacy,mediaIds\n"
                + "a,=Launch,2099-01-01T00:00:00Z," + account + ",TIKTOK_PERSONAL,SELF_ONLY," + Neighbours.VIDEO + "\n"
                + "b,Two,2099-01-01T00:00:00Z," + account + ",TIKTOK_PERSONAL,,"
                + Neighbours.VIDEO + "\n";

        String id = caller().contentType("text/csv")
                .body(table)
                .post("/api/v1/posts/import")
                .then()
                .statusCode(200)
                .body("items.statusCode", equalTo(List.of(201, 422)))
                .body("items.rows", equalTo(List.of(List.of(2), List.of(3))))
                .body("items[1].error.code", equalTo("TT_PRIVACY_REQUIRED"))
                .extract()
                .path("items[0].post.id");
        String exported = caller().get("/api/v1/posts/export?from=2099-01-01T00:00:00Z&to=2099-01-01T00:00:01Z")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();

        assertThat(exported).contains(id).contains("'=Launch");
        String again = exported.lines().limit(1).collect(Collectors.joining()) + "\n"
                + exported.lines().filter(line -> line.startsWith(id)).collect(Collectors.joining());
        caller().contentType("text/csv; charset=UTF-8")
                .body(again)
                .post("/api/v1/posts/import")
                .then()
                .statusCode(200)
                .body("items.statusCode", equalTo(List.of(201)))
                .body("items[0].post.caption", equalTo("=Launch"));
    }

    private static List<String> ids(JsonPath answer) {
        return answer.getList("items.post.id");
    }

    private static String bodies(List<String> posts) {
        return "{\"posts\":[" + String.join(",", posts) + "]}";
    }
}
