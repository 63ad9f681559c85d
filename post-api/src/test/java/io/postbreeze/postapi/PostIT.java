package io.postbreeze.postapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.postbreeze.events.Event;
import io.postbreeze.events.EventCodec;
import io.postbreeze.events.EventEnvelope;
import io.postbreeze.events.PostScheduled;
import io.postbreeze.events.TargetFailed;
import io.postbreeze.events.TargetPublished;
import io.postbreeze.events.TargetPublishing;
import io.postbreeze.events.Topics;
import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "post_api"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(Neighbours.class)
class PostIT {
    private static final Instant AT = Instant.parse("2099-06-02T12:00:05Z");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @Inject
    Pool pool;

    private static void isEnvelope(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status)
                .body("statusCode", equalTo(status))
                .body("code", equalTo(code))
                .body("requestId", matchesPattern("req_[0-9A-Z]{26}"));
    }

    @Test
    void withoutAKeyOrWithAWrongOneNothingIsAccepted() {
        isEnvelope(
                RestAssured.given()
                        .contentType("application/json")
                        .body("{}")
                        .post("/api/v1/posts")
                        .then(),
                401,
                "API_KEY_MISSING");
        isEnvelope(
                RestAssured.given()
                        .header("Authorization", "Bearer pb_live_" + "x".repeat(32))
                        .contentType("application/json")
                        .body("{}")
                        .post("/api/v1/posts")
                        .then(),
                401,
                "API_KEY_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "[]", "\"text\"", "nonsense", "{\"content\":}"})
    void whatIsNoJsonObjectIsMalformed(String body) {
        isEnvelope(Api.caller().body(body).post("/api/v1/posts").then(), 400, "MALFORMED_JSON");
    }

    @Test
    void withoutPrivacyTheRuleIsNamedWithItsPlace() {
        String account = Api.connect("sandbox_creator");
        String body = Api.flatBody(account, Neighbours.VIDEO).replaceAll("\"privacy\": \"[A-Z_]+\",", "");
        ValidatableResponse answer =
                Api.caller().body(body).post("/api/v1/posts").then();

        isEnvelope(answer, 422, "TT_PRIVACY_REQUIRED");
        answer.body("details[0].path", equalTo("platforms[0].platformOptions.privacy"));
    }

    @Test
    void thePagesExampleIsAcceptedInBothShapesAndToldOnce() {
        String account = Api.connect("sandbox_creator");
        String flat = create(Api.flatBody(account, Neighbours.VIDEO));
        String nested = create(Api.nestedBody(account, Neighbours.VIDEO));

        List<PostScheduled> told = scheduledEvents(flat, nested);

        assertThat(told).extracting(PostScheduled::postId).containsExactlyInAnyOrder(flat, nested);
        assertThat(told.getFirst().targets().getFirst().settings().allowComments())
                .isTrue();
        assertThat(told.getFirst().targets().getFirst().dueAt()).isEqualTo("2099-06-02T12:00:00Z");
        Api.caller()
                .get("/api/v1/posts/" + nested)
                .then()
                .statusCode(200)
                .body("status", equalTo("SCHEDULED"))
                .body("caption", equalTo("Behind the scenes from launch week ✨"))
                .body("createdViaFlatShape", equalTo(false))
                .body("targets[0].status", equalTo("SCHEDULED"))
                .body("targets[0].socialAccountId", equalTo(account))
                .body("media[0].mediaAssetId", equalTo(Neighbours.VIDEO));
    }

    @Test
    void whatBreaksSeveralRulesIsToldAtOnceAndNotStored() {
        String account = Api.connect("sandbox_creator");
        long before = count("posts");
        String body =
                Api.flatBody(account, Neighbours.NOT_UPLOADED).replace("PUBLIC_TO_EVERYONE", "FOLLOWER_OF_CREATOR");

        Api.caller()
                .body(body)
                .post("/api/v1/posts")
                .then()
                .statusCode(422)
                .body("details.code", hasItems("TT_PRIVACY_NOT_ALLOWED", "MEDIA_NOT_UPLOADED"));

        assertThat(count("posts")).isEqualTo(before);
    }

    @Test
    void whenMediaServiceIsDownNothingIsStored() {
        String account = Api.connect("sandbox_creator");
        long before = count("posts");

        isEnvelope(
                Api.caller()
                        .body(Api.flatBody(account, Neighbours.DOWN))
                        .post("/api/v1/posts")
                        .then(),
                503,
                "MEDIA_SERVICE_UNAVAILABLE");

        assertThat(count("posts")).isEqualTo(before);
    }

    @Test
    void aDraftIsKeptAndNotTold() {
        String account = Api.connect("sandbox_creator");
        String body = Api.flatBody(account, Neighbours.VIDEO).replaceAll("\"scheduledFor\": \"[^\"]+\",", "");
        String draft = create(body);

        Api.caller().get("/api/v1/posts/" + draft).then().body("status", equalTo("DRAFT"));
        Api.caller().get("/api/v1/posts/" + draft + "/timeline").then().body("state", equalTo(List.of("CREATED")));
    }

    @Test
    void publishNowIsDueAtOnce() {
        String account = Api.connect("sandbox_creator");
        String now = Api.flatBody(account, Neighbours.VIDEO)
                .replaceAll("\"scheduledFor\": \"[^\"]+\"", "\"publishNow\": true");
        Instant before = Instant.now().minusSeconds(1);

        PostScheduled told = scheduledEvents(create(now)).getFirst();

        assertThat(told.targets().getFirst().dueAt()).isBetween(before, Instant.now());
    }

    @Test
    void aTimeThatHasPassedIsRefused() {
        String account = Api.connect("sandbox_creator");
        String past = Api.flatBody(account, Neighbours.VIDEO).replace("2099-06-02", "2026-06-02");

        isEnvelope(Api.caller().body(past).post("/api/v1/posts").then(), 400, "SCHEDULED_TIME_IN_PAST");
    }

    @Test
    void theAnswerToACreateIsWhatEveryLaterAnswerSays() {
        String account = Api.connect("sandbox_creator");
        String body = Api.nestedBody(account, Neighbours.VIDEO)
                .replace("\"mediaIds\"", "\"mediaAltText\": {\"" + Neighbours.VIDEO + "\": \"A cat\"}, \"mediaIds\"");
        ValidatableResponse created =
                Api.caller().body(body).post("/api/v1/posts").then().statusCode(201);
        String id = created.extract().path("id");

        String read = Api.caller().get("/api/v1/posts/" + id).then().extract().asString();

        // What is said of the request is said once.
        assertThat(read).isEqualTo(created.extract().asString().replaceAll(",\"warnings\":\\[.*]}$", "}"));
        created.body("warnings.code", equalTo(List.of("ACCOUNT_CONSENT_ENDS_BEFORE")));
        created.body("media[0].altText", equalTo("A cat"));
    }

    @Test
    void anotherWorkspacesPostIsNotThere() {
        String account = Api.connect("sandbox_creator");
        String post = create(Api.flatBody(account, Neighbours.VIDEO));
        pool.query("insert into workspaces (id, name, slug, created_at, updated_at) values"
                        + " ('ws_other', 'Other', 'other', now(), now()) on conflict do nothing")
                .executeAndAwait();
        pool.query("update posts set workspace_id = 'ws_other' where id = '" + post + "'")
                .executeAndAwait();

        isEnvelope(Api.caller().get("/api/v1/posts/" + post).then(), 404, "NOT_FOUND");
        isEnvelope(Api.caller().get("/api/v1/posts/" + post + "/timeline").then(), 404, "NOT_FOUND");
        isEnvelope(Api.caller().get("/api/v1/posts/post_nonsense").then(), 404, "NOT_FOUND");
    }

    @Test
    void theTimelineJoinsOwnStepsWithThePublishersInOrder() {
        String post = create(Api.flatBody(Api.connect("sandbox_creator"), Neighbours.VIDEO));

        Api.caller()
                .get("/api/v1/posts/" + post + "/timeline")
                .then()
                .statusCode(200)
                .body("state", equalTo(List.of("CREATED", "SCHEDULED", "CLAIMED", "PUBLISHED")))
                .body("$", hasSize(4));
    }

    @Test
    void publicationEventsTakeEffectOnceAndNeverBackwards() {
        String post = create(Api.flatBody(Api.connect("sandbox_creator"), Neighbours.VIDEO));
        String target =
                Api.caller().get("/api/v1/posts/" + post).then().extract().path("targets[0].id");
        TargetPublishing moved = new TargetPublishing(
                "pub_1", post, target, "ws_1", "soc_1", 2, "UPLOADING", "uploading", 1, 50, 100, null, null, AT);
        TargetPublished published = new TargetPublished(
                "pub_1", post, target, "ws_1", "soc_1", 5, "v_pub_file~1", "7602997517160123666", "https://t/1", 1, AT);
        TargetPublishing stale = new TargetPublishing(
                "pub_1", post, target, "ws_1", "soc_1", 4, "PROCESSING", "processing", 1, 100, 100, null, null, AT);
        TargetFailed unknown =
                new TargetFailed("pub_2", "post_unknown", "tgt_x", "ws_1", "soc_1", 1, "TT_X", "x", 1, AT);

        publish("evt_a" + post, moved);
        await(post, "PUBLISHING");
        Api.caller()
                .get("/api/v1/posts/" + post)
                .then()
                .body("targets[0].progress.sentBytes", equalTo(50))
                .body("targets[0].stage", equalTo("uploading"));
        publish("evt_b" + post, published);
        publish("evt_c" + post, stale);
        publish("evt_b" + post, published);
        publish("evt_d" + post, unknown);
        await(post, "PUBLISHED");
        Awaitility.await().until(() -> count("inbox where event_id = 'evt_d" + post + "'") == 1);

        Api.caller()
                .get("/api/v1/posts/" + post)
                .then()
                .body("status", equalTo("PUBLISHED"))
                .body("targets[0].externalPostId", equalTo("7602997517160123666"))
                .body("targets[0].attemptCount", equalTo(1));
    }

    @Test
    void anEventThatComesAgainIsKnownByItsIdWhateverItSays() {
        String post = create(Api.flatBody(Api.connect("sandbox_creator"), Neighbours.VIDEO));
        String target =
                Api.caller().get("/api/v1/posts/" + post).then().extract().path("targets[0].id");

        publish("evt_1" + post, uploading(post, target, 1, 10));
        publish("evt_1" + post, uploading(post, target, 2, 99));
        publish("evt_2" + post, new TargetFailed("pub_1", post, target, "ws_1", "soc_1", 3, "TT_X", "Why.", 2, AT));
        await(post, "FAILED");

        Api.caller()
                .get("/api/v1/posts/" + post)
                .then()
                .body("targets[0].progress.sentBytes", equalTo(10))
                .body("targets[0].errorCode", equalTo("TT_X"))
                .body("targets[0].errorMessage", equalTo("Why."));
    }

    @Test
    void anotherWorkspacesAccountDoesNotExist() {
        String account = Api.connect("sandbox_private");
        pool.query("insert into workspaces (id, name, slug, created_at, updated_at) values"
                        + " ('ws_other', 'Other', 'other', now(), now()) on conflict do nothing")
                .executeAndAwait();
        pool.query("update social_accounts set workspace_id = 'ws_other' where id = '" + account + "'")
                .executeAndAwait();
        try {
            ValidatableResponse answer = Api.caller()
                    .body(Api.flatBody(account, Neighbours.VIDEO))
                    .post("/api/v1/posts")
                    .then();

            isEnvelope(answer, 422, "ACCOUNT_NOT_FOUND");
            isEnvelope(Api.caller().get("/api/v1/social-accounts/" + account).then(), 404, "NOT_FOUND");
        } finally {
            pool.query("delete from social_accounts where id = '" + account + "'")
                    .executeAndAwait();
        }
    }

    private static TargetPublishing uploading(String post, String target, long version, long sent) {
        return new TargetPublishing(
                "pub_1",
                post,
                target,
                "ws_1",
                "soc_1",
                version,
                "UPLOADING",
                "uploading",
                1,
                sent,
                100,
                null,
                null,
                AT);
    }

    private static void await(String post, String status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Api.caller()
                        .get("/api/v1/posts/" + post)
                        .then()
                        .extract()
                        .<String>path("status")
                        .equals(status));
    }

    private static String create(String body) {
        return Api.caller()
                .body(body)
                .post("/api/v1/posts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private long count(String table) {
        return pool.query("select count(*) from " + table)
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }

    private void publish(String id, Event event) {
        EventEnvelope<Event> envelope = new EventEnvelope<>(id, AT, "/publisher-service", null, event);
        ProducerRecord<String, String> sent =
                new ProducerRecord<>(Topics.PUBLICATIONS, event.key(), EventCodec.body(event));
        EventCodec.headers(envelope)
                .forEach((name, text) -> sent.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new StringSerializer())) {
            producer.send(sent);
        }
    }

    private List<PostScheduled> scheduledEvents(String... posts) {
        List<PostScheduled> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(Topics.POSTS));
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(got -> {
                    if (List.of(posts).contains(got.key())) {
                        found.add((PostScheduled) EventCodec.readBody("io.postbreeze.PostScheduled", got.value()));
                    }
                });
                return found.size() >= posts.length;
            });
            consumer.poll(Duration.ofSeconds(2))
                    .forEach(got -> assertThat(List.of(posts)).doesNotContain(got.key()));
        }
        return found;
    }
}
