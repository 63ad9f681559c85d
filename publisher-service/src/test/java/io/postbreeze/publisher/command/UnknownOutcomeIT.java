package io.postbreeze.publisher.command;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.postbreeze.events.TargetPublished;
import io.postbreeze.publisher.KafkaTopics;
import io.postbreeze.publisher.OutsideWorld;
import io.postbreeze.publisher.Posts;
import io.postbreeze.publisher.Posts.Post;
import io.postbreeze.publisher.Rows;
import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "publisher"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(OutsideWorld.class)
class UnknownOutcomeIT {
    private static final Instant DUE = Instant.parse("2099-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    KafkaTopics kafka;

    @Inject
    Posts posts;

    @Inject
    Rows rows;

    @ConfigProperty(name = "postbreeze.service-token")
    String serviceToken;

    @Test
    void theOwnersWordEndsItAndIsToldOnceHoweverOftenItIsGiven() {
        Post post = in("OUTCOME_UNKNOWN");

        confirm(post, "7391000000000000001").statusCode(200).body("state", equalTo("PUBLISHED"));
        confirm(post, "7391000000000000002").statusCode(200).body("state", equalTo("PUBLISHED"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kafka.eventsOf(post.postId()))
                        .singleElement(as(type(TargetPublished.class)))
                        .satisfies(told -> {
                            assertThat(told.externalPostId()).isEqualTo("7391000000000000001");
                            assertThat(told.publishId()).isNull();
                        }));
        assertThat(rows.count(
                        "select count(*) from publication_timeline where publication_id = $1 and state = 'PUBLISHED'",
                        "pub_" + post.id()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCHEDULED", "INITIALISING", "PROCESSING", "FAILED", "CANCELED"})
    void whatIsKnownIsNotConfirmed(String state) {
        Post post = in(state);

        confirm(post, null).statusCode(409).body("code", equalTo("OUTCOME_KNOWN"));

        assertThat(rows.publication(post.postId()).getString("state")).isEqualTo(state);
    }

    @Test
    void whatIsNotThereIsNotConfirmed() {
        Post post = posts.prepared(1_000);

        confirm(post, null).statusCode(404);
        call(post, "confirm", Map.of()).statusCode(400);
        given().contentType(ContentType.JSON)
                .post("/internal/v1/posts/post_1/targets/tgt_1/confirm")
                .then()
                .statusCode(401);
    }

    @Test
    void itIsBegunAgainOnlyWhenThePlanNamesIt() {
        Post post = in("OUTCOME_UNKNOWN");

        plan(post, 2, List.of()).statusCode(409).body("code", equalTo("PUBLISHING_HAS_BEGUN"));
        assertThat(rows.publication(post.postId()).getString("state")).isEqualTo("OUTCOME_UNKNOWN");

        plan(post, 2, List.of(post.targetId())).statusCode(200).body("targets[0].state", equalTo("SCHEDULED"));
        plan(post, 2, List.of(post.targetId())).statusCode(200);
        assertThat(rows.publication(post.postId()).getString("state")).isEqualTo("SCHEDULED");
    }

    private Post in(String state) {
        Post post = posts.prepared(1_000);
        rows.insert(post.id(), post.accountId(), state, DUE, null);
        return post;
    }

    private ValidatableResponse confirm(Post post, String externalPostId) {
        return call(
                post,
                "confirm",
                externalPostId == null
                        ? Map.of("workspaceId", "ws_1")
                        : Map.of("workspaceId", "ws_1", "externalPostId", externalPostId));
    }

    private ValidatableResponse call(Post post, String command, Map<String, Object> body) {
        return given().header("Authorization", "Bearer " + serviceToken)
                .contentType(ContentType.JSON)
                .body(JsonObject.mapFrom(body).encode())
                .post("/internal/v1/posts/" + post.postId() + "/targets/" + post.targetId() + "/" + command)
                .then();
    }

    private ValidatableResponse plan(Post post, long revision, List<String> again) {
        Map<String, Object> body = Map.of(
                "workspaceId",
                "ws_1",
                "revision",
                revision,
                "scheduled",
                post.event(revision, DUE).targets(),
                "leftAlone",
                List.of(),
                "again",
                again);
        return given().header("Authorization", "Bearer " + serviceToken)
                .contentType(ContentType.JSON)
                .body(JsonObject.mapFrom(body).encode())
                .put("/internal/v1/posts/" + post.postId() + "/plan")
                .then();
    }
}
