package io.postbreeze.postapi;

import static io.postbreeze.postapi.Api.caller;
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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "post_api"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(Neighbours.class)
class UnknownOutcomeIT {
    @Inject
    Pool pool;

    @ConfigProperty(name = "postbreeze.publisher.url")
    String publisher;

    private String post;
    private String target;

    @BeforeEach
    void aPostOfWhichNobodyKnowsWhatBecameOfIt() {
        JsonPath created = caller().body(Api.flatBody(Api.connect("sandbox_creator"), Neighbours.VIDEO))
                .post("/api/v1/posts")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        post = created.getString("id");
        target = created.getString("targets[0].id");
        becomes("OUTCOME_UNKNOWN", "PUBLISHING");
    }

    @Test
    void theOwnersWordIsPassedOn() {
        command(target, "confirm", "{\"externalPostId\":\"7391000000000000001\"}")
                .statusCode(202)
                .body("id", equalTo(post));
        command(target, "confirm", "{}").statusCode(202);
    }

    @Test
    void itIsPublishedAgainWhenItsOwnerWantsThat() {
        command(target, "publish-again", "")
                .statusCode(200)
                .body("targets[0].status", equalTo("SCHEDULED"))
                .body("revision", equalTo(2));
        command(target, "publish-again", "").statusCode(409).body("code", equalTo("OUTCOME_KNOWN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "publish-again"})
    void whatIsKnownOrNotThereOrAnothersIsRefused(String command) throws Exception {
        command("tgt_x", command, "{}").statusCode(404);
        caller().header("If-Match", "\"99\"")
                .body("{}")
                .post("/api/v1/posts/" + post + "/targets/" + target + "/" + command)
                .then()
                .statusCode(412);
        behave("has-begun");
        command(target, command, "{}").statusCode(409);
        behave("is-away");
        command(target, command, "{}").statusCode(503).body("code", equalTo("PUBLISHER_UNAVAILABLE"));
        behave("obeys");

        becomes("PUBLISHED", "PUBLISHED");
        pool.query("delete from post_changes").execute().await().indefinitely();
        command(target, command, "{}").statusCode(409).body("code", equalTo("OUTCOME_KNOWN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"https://x\"", "\"\"", "\"12a\"", "\"123456789012345678901\""})
    void anIdThatTikTokDoesNotGiveIsNamed(String id) {
        command(target, "confirm", "{\"externalPostId\":" + id + "}")
                .statusCode(400)
                .body("details[0].path", equalTo("externalPostId"));
    }

    private void becomes(String ofTarget, String ofPost) {
        pool.preparedQuery("update post_targets set status = $1 where id = $2")
                .execute(Tuple.of(ofTarget, target))
                .chain(() -> pool.preparedQuery("update posts set status = $1 where id = $2")
                        .execute(Tuple.of(ofPost, post)))
                .await()
                .indefinitely();
    }

    private void behave(String how) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(publisher + "/behave/" + post + "/" + how))
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }

    private ValidatableResponse command(String targetId, String command, String body) {
        return caller().body(body)
                .post("/api/v1/posts/" + post + "/targets/" + targetId + "/" + command)
                .then();
    }
}
