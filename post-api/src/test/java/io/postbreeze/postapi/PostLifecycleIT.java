package io.postbreeze.postapi;

import static io.postbreeze.postapi.Api.caller;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "post_api"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(Neighbours.class)
class PostLifecycleIT {
    private static final String POSTS = "/api/v1/posts/";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ConfigProperty(name = "postbreeze.publisher.url")
    String publisher;

    @Inject
    Pool pool;

    private String account;

    @BeforeEach
    void connects() {
        account = Api.connect("sandbox_creator");
    }

    @Test
    void aScheduledPostIsTakenBackAndStaysSo() {
        String id = scheduled();

        post(id, "cancel", null)
                .statusCode(200)
                .header("ETag", "\"r2\"")
                .body("status", equalTo("CANCELED"))
                .body("targets[0].status", equalTo("CANCELED"));
        post(id, "cancel", null).statusCode(200).header("ETag", "\"r2\"");
    }

    @Test
    void aPostThatHasBegunIsNotTakenBack() {
        String id = scheduled();
        publisher(id, "has-begun");

        post(id, "cancel", null).statusCode(409).body("code", equalTo("POST_ALREADY_PUBLISHING"));

        get(id).body("status", equalTo("SCHEDULED")).header("ETag", "\"r1\"");
        publisher(id, "obeys");
        post(id, "cancel", null).statusCode(200);
    }

    @Test
    void aPostThatWasPublishedMeanwhileIsNotSaidToBeCanceled() {
        String id = scheduled();
        given().put(publisher + "/behave/" + id + "-target/" + get(id).extract().path("targets[0].id"));
        publisher(id, "has-published");

        post(id, "cancel", null).statusCode(409).body("code", equalTo("POST_ALREADY_PUBLISHING"));

        get(id).body("targets[0].status", equalTo("PUBLISHED"));
    }

    @Test
    void aCancelThatThePublisherDidNotAnswerIsMadeLater() {
        String id = scheduled();
        publisher(id, "is-away");
        post(id, "cancel", null).statusCode(503).body("code", equalTo("PUBLISHER_UNAVAILABLE"));
        get(id).body("status", equalTo("SCHEDULED"));

        publisher(id, "obeys");

        await().atMost(PATIENCE).untilAsserted(() -> get(id).body("status", equalTo("CANCELED")));
        assertThat(pendingChanges(id)).isZero();
    }

    @Test
    void aLaterCommandFirstEndsTheOneThatWasNotAnswered() {
        String id = scheduled();
        publisher(id, "is-away");
        post(id, "reschedule", "{\"scheduledFor\":\"2098-01-01T00:00:00Z\"}").statusCode(503);
        publisher(id, "obeys");

        post(id, "cancel", null)
                .statusCode(200)
                .header("ETag", "\"r3\"")
                .body("scheduledAt", equalTo("2098-01-01T00:00:00Z"))
                .body("status", equalTo("CANCELED"));
    }

    @Test
    void aDraftIsScheduledAndMovedUnderEitherName() {
        String id = draft();

        post(id, "schedule", "{\"scheduledAt\":\"2098-01-01T00:00:00Z\"}")
                .statusCode(200)
                .body("status", equalTo("SCHEDULED"))
                .body("targets[0].scheduledFor", equalTo("2098-01-01T00:00:00Z"));
        post(id, "reschedule", "{\"scheduledFor\":\"2097-01-01T00:00:00Z\"}")
                .statusCode(200)
                .body("scheduledAt", equalTo("2097-01-01T00:00:00Z"));
    }

    @Test
    void aTimeThatHasPassedIsRefusedAndNothingChanges() {
        String id = draft();

        post(id, "schedule", "{\"scheduledFor\":\"2020-01-01T00:00:00Z\"}")
                .statusCode(400)
                .body("code", equalTo("SCHEDULED_TIME_IN_PAST"))
                .body("details[0].path", equalTo("scheduledFor"));
        post(id, "schedule", "{}").statusCode(400).body("code", equalTo("MUST_SPECIFY_EXACTLY_ONE"));
        post(id, "schedule", "{\"at\":\"2098-01-01T00:00:00Z\"}")
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_FIELD"));

        get(id).body("status", equalTo("DRAFT")).header("ETag", "\"r1\"");
    }

    @Test
    void anEditChangesWhatItNamesAndNothingElse() {
        String id = scheduled();

        patch(id, "{\"caption\":\"Changed\",\"timezone\":\"Europe/Berlin\"}")
                .statusCode(200)
                .body("caption", equalTo("Changed"))
                .body("timezone", equalTo("Europe/Berlin"))
                .body("scheduledAt", equalTo("2099-06-02T12:00:00Z"))
                .body("targets[0].platformOptions.allowComments", equalTo(true))
                .body("media", hasSize(1));
        patch(id, "{\"content\":\"Again\",\"timezone\":null}")
                .statusCode(200)
                .body("caption", equalTo("Again"))
                .body("timezone", nullValue());
    }

    @Test
    void anEditIsHeldAgainstEveryRule() {
        String id = scheduled();

        patch(id, "{\"captoin\":\"Changed\"}").statusCode(400).body("code", equalTo("UNKNOWN_FIELD"));
        patch(id, "{\"mediaIds\":[]}").statusCode(422).body("details[0].path", equalTo("mediaIds"));
        get(id).header("ETag", "\"r1\"");
    }

    @Test
    void anEditThatTakesTheTimeOutMakesADraft() {
        String id = scheduled();

        patch(id, "{\"scheduledAt\":null}")
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("scheduledAt", nullValue());
    }

    @Test
    void anEditReplacesTheAccountsWholesale() {
        String id = scheduled();
        String other = Api.connect("sandbox_private");
        String kept = get(id).extract().path("targets[0].id");
        String both = "{\"targets\":[" + target(other) + "," + target(account) + "]}";

        patch(id, both)
                .statusCode(200)
                .body("targets.socialAccountId", equalTo(List.of(other, account)))
                .body("targets[1].id", equalTo(kept));
        patch(id, "{\"targets\":[" + target(other) + "]}")
                .statusCode(200)
                .body("targets.socialAccountId", equalTo(List.of(other)));
        get(id).body("targets", hasSize(1));
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedIsRefused() {
        String id = scheduled();
        patch(id, "{\"caption\":\"First\"}").statusCode(200);

        caller().header("If-Match", "\"r1\"")
                .body("{\"caption\":\"Second\"}")
                .patch(POSTS + id)
                .then()
                .statusCode(412)
                .body("code", equalTo("PRECONDITION_FAILED"));
        caller().header("If-Match", "\"r2\"")
                .body("{\"caption\":\"Second\"}")
                .patch(POSTS + id)
                .then()
                .statusCode(200);
    }

    @Test
    void onlyFailedTargetsAreTriedAgain() {
        String id = scheduled();
        post(id, "retry", null).statusCode(409).body("code", equalTo("NOTHING_TO_RETRY"));
        setStatus(id, "FAILED");

        post(id, "retry", null)
                .statusCode(200)
                .body("status", equalTo("SCHEDULED"))
                .body("targets[0].errorCode", nullValue());
    }

    @Test
    void aScheduledPostMustBeCanceledBeforeItIsDeleted() {
        String id = scheduled();

        caller().delete(POSTS + id).then().statusCode(409).body("code", equalTo("POST_STILL_SCHEDULED"));
        post(id, "cancel", null).statusCode(200);
        caller().delete(POSTS + id).then().statusCode(204);

        caller().get(POSTS + id).then().statusCode(404);
        caller().delete(POSTS + id).then().statusCode(404);
        post(id, "cancel", null).statusCode(404);
        caller().get("/api/v1/posts?limit=200&accountId=" + account).then().body("id", not(hasItem(id)));
    }

    @Test
    void whatIsPublishedCanNoLongerBeChanged() {
        String id = scheduled();
        setStatus(id, "PUBLISHED");

        patch(id, "{\"caption\":\"x\"}").statusCode(409).body("code", equalTo("POST_NOT_EDITABLE"));
        post(id, "cancel", null).statusCode(409).body("code", equalTo("POST_NOT_CANCELABLE"));
        post(id, "schedule", "{\"scheduledAt\":\"2098-01-01T00:00:00Z\"}").statusCode(409);
    }

    @Test
    void theListShowsWhatIsToComeAndThenTheRestPageByPage() {
        String mine = Api.connect("sandbox_newcomer");
        String later = createdWith(Api.flatBody(mine, Neighbours.VIDEO));
        String sooner = createdWith(Api.flatBody(mine, Neighbours.VIDEO).replace("2099-06-02", "2099-06-01"));
        String older = createdWith(withoutTime(Api.flatBody(mine, Neighbours.VIDEO)));
        String newer = createdWith(withoutTime(Api.flatBody(mine, Neighbours.VIDEO)));

        assertThat(pages("/api/v1/posts?limit=1&accountId=" + mine)).containsExactly(sooner, later, newer, older);
        assertThat(pages("/api/v1/posts?limit=3&accountId=" + mine)).containsExactly(sooner, later, newer, older);
        list("accountId=" + mine + "&status=DRAFT").body("id", equalTo(List.of(newer, older)));
        list("accountId=" + mine + "&status=SCHEDULED&status=FAILED").body("id", equalTo(List.of(sooner, later)));
        list("accountId=" + mine + "&from=2099-06-02T00:00:00Z").body("id", equalTo(List.of(later)));
        list("accountId=" + mine + "&to=2099-06-02T00:00:00Z").body("id", equalTo(List.of(sooner)));
        list("accountId=" + mine + "&status=PUBLISHED").body("", empty());
    }

    @Test
    void aParameterThatMeansNothingIsNamed() {
        for (String wrong :
                List.of("limit=0", "limit=201", "limit=x", "status=SHEDULED", "from=yesterday", "cursor=x")) {
            list(wrong).statusCode(400).body("details[0].path", equalTo(wrong.split("=", 2)[0]));
        }
        list("from=2099-01-01T00:00:00Z&to=2098-01-01T00:00:00Z").statusCode(400);
        list("workspaceId=ws_of_others").statusCode(404);
    }

    private List<String> pages(String first) {
        List<String> ids = new ArrayList<>();
        String page = first;
        while (page != null) {
            Response answer = caller().urlEncodingEnabled(false).get(page);
            ids.addAll(answer.jsonPath().getList("id"));
            String link = answer.header("Link");
            page = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        return ids;
    }

    private static ValidatableResponse list(String query) {
        return caller().get("/api/v1/posts?" + query).then();
    }

    private String scheduled() {
        return createdWith(Api.flatBody(account, Neighbours.VIDEO));
    }

    private String draft() {
        return createdWith(withoutTime(Api.flatBody(account, Neighbours.VIDEO)));
    }

    private static String withoutTime(String body) {
        return body.replace("\"scheduledFor\": \"2099-06-02T12:00:00Z\",", "");
    }

    private static String createdWith(String body) {
        return caller().body(body)
                .post("/api/v1/posts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String target(String accountId) {
        return "{\"socialAccountId\":\"" + accountId
                + "\",\"platformOptions\":{\"platform\":\"TIKTOK_PERSONAL\",\"privacy\":\"SELF_ONLY\"}}";
    }

    private static ValidatableResponse post(String id, String command, String body) {
        return (body == null ? caller() : caller().body(body))
                .post(POSTS + id + "/" + command)
                .then();
    }

    private static ValidatableResponse patch(String id, String body) {
        return caller().body(body).patch(POSTS + id).then();
    }

    private static ValidatableResponse get(String id) {
        return caller().get(POSTS + id).then().statusCode(200);
    }

    private void publisher(String id, String behaviour) {
        given().put(publisher + "/behave/" + id + "/" + behaviour).then().statusCode(204);
    }

    private long pendingChanges(String id) {
        return pool.preparedQuery("select count(*) from post_changes where post_id = $1")
                .execute(Tuple.of(id))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    private void setStatus(String id, String status) {
        pool.preparedQuery("update post_targets set status = $2, error_code = 'X' where post_id = $1")
                .execute(Tuple.of(id, status))
                .chain(() -> pool.preparedQuery("update posts set status = $2 where id = $1")
                        .execute(Tuple.of(id, status)))
                .await()
                .atMost(PATIENCE);
    }
}
