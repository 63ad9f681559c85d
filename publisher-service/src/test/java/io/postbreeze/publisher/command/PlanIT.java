package io.postbreeze.publisher.command;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.postbreeze.events.TargetPublishing;
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
class PlanIT {
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
    void aCancelBeforeTheEventArrivesKeepsALateEventFromBringingThePostBack() {
        Post post = posts.prepared(1_000);

        cancel(post, 2).statusCode(200).body("targets", hasSize(0));
        kafka.publish("evt_late" + post.id(), post.event(1, DUE));
        await().atMost(PATIENCE)
                .until(() -> rows.count("select count(*) from inbox where event_id = $1", "evt_late" + post.id()) == 1);

        assertThat(rows.count("select count(*) from publications where post_id = $1", post.postId()))
                .isZero();
    }

    @Test
    void aCancelTakesBackWhatWaitsAndTheSameCancelAgainChangesNothing() {
        Post post = scheduled();

        cancel(post, 2)
                .statusCode(200)
                .body("targets[0].targetId", equalTo(post.targetId()))
                .body("targets[0].state", equalTo("CANCELED"));
        cancel(post, 2).statusCode(200).body("targets[0].state", equalTo("CANCELED"));

        assertThat(rows.publication(post.postId()).getString("state")).isEqualTo("CANCELED");
        // Whoever asked may not have lived to hear the answer.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kafka.eventsOf(post.postId()))
                        .singleElement(as(type(TargetPublishing.class)))
                        .extracting(TargetPublishing::state)
                        .isEqualTo("CANCELED"));
    }

    @Test
    void anOlderCommandThanTheNewestIsRefused() {
        Post post = scheduled();
        cancel(post, 5).statusCode(200);

        plan(post, 4, DUE).statusCode(409).body("code", equalTo("PLAN_OUTDATED"));
    }

    @Test
    void aMoveChangesTimeAndContent() {
        Post post = scheduled();

        plan(post, 2, DUE.plusSeconds(5)).statusCode(200).body("targets[0].state", equalTo("SCHEDULED"));

        assertThat(rows.publication(post.postId()).getOffsetDateTime("wake_at").toInstant())
                .isEqualTo(DUE.plusSeconds(5));
        assertThat(rows.publication(post.postId()).getJsonObject("content").getString("caption"))
                .isEqualTo("Caption 2");
    }

    @Test
    void whatWasTakenBackCanBeScheduledAgain() {
        Post post = scheduled();
        cancel(post, 2).statusCode(200);

        plan(post, 3, DUE).statusCode(200);

        assertThat(rows.publication(post.postId()).getString("state")).isEqualTo("SCHEDULED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLAIMED", "INITIALISING", "UPLOADING", "PROCESSING"})
    void whatHasBegunStaysAndNothingElseOfThePostChanges(String state) {
        Post post = posts.prepared(1_000);
        rows.insert(post.id(), post.accountId(), state, DUE, "someone");

        cancel(post, 2).statusCode(409).body("code", equalTo("PUBLISHING_HAS_BEGUN"));
        assertThat(rows.publication(post.postId()).getString("state")).isEqualTo(state);

        // A refusal leaves no revision behind: the same command may be given again.
        rows.execute(
                "update publications set lease_owner = null, state = 'SCHEDULED' where post_id = $1", post.postId());
        cancel(post, 2).statusCode(200).body("targets", hasSize(1));
    }

    @Test
    void aPlanNeedsTheServiceToken() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .put("/internal/v1/posts/post_1/plan")
                .then()
                .statusCode(401);
    }

    private Post scheduled() {
        Post post = posts.prepared(1_000);
        kafka.publish("evt_" + post.id(), post.event(1, DUE));
        await().atMost(PATIENCE)
                .until(() -> rows.count("select count(*) from publications where post_id = $1", post.postId()) == 1);
        return post;
    }

    private ValidatableResponse cancel(Post post, long revision) {
        return command(
                post,
                Map.of("workspaceId", "ws_1", "revision", revision, "scheduled", List.of(), "leftAlone", List.of()));
    }

    private ValidatableResponse plan(Post post, long revision, Instant dueAt) {
        return command(
                post,
                Map.of(
                        "workspaceId",
                        "ws_1",
                        "revision",
                        revision,
                        "scheduled",
                        post.event(revision, dueAt).targets(),
                        "leftAlone",
                        List.of()));
    }

    private ValidatableResponse command(Post post, Map<String, Object> body) {
        return given().header("Authorization", "Bearer " + serviceToken)
                .contentType(ContentType.JSON)
                .body(JsonObject.mapFrom(body).encode())
                .put("/internal/v1/posts/" + post.postId() + "/plan")
                .then();
    }
}
