package io.postbreeze.postapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.events.Event;
import io.postbreeze.events.EventCodec;
import io.postbreeze.events.EventEnvelope;
import io.postbreeze.events.MediaReady;
import io.postbreeze.events.MediaRejected;
import io.postbreeze.events.MetricsRefreshed;
import io.postbreeze.events.TargetPublished;
import io.postbreeze.events.TargetPublishing;
import io.postbreeze.postapi.webhook.Hooks;
import io.postbreeze.postapi.webhook.Receiver;
import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a customer hears of a post from its creation to its numbers. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "post_api"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(Neighbours.class)
class PostWebhooksIT {
    private static final Instant AT = Instant.parse("2099-06-02T12:00:05Z");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @AfterEach
    void forget() {
        Hooks.deleteAll();
    }

    @Test
    void everyChangeOfAPostsStatusIsToldOnceAndInOrder() {
        String account = Api.connect("sandbox_creator");
        String workspace = Hooks.workspace();
        try (Receiver receiver = Receiver.open()) {
            Hooks.create(receiver.url(), "post.scheduled", "post.publishing", "post.published", "metrics.refreshed");
            JsonPath post = Api.caller()
                    .body(Api.flatBody(account, Neighbours.VIDEO))
                    .post("/api/v1/posts")
                    .then()
                    .statusCode(201)
                    .extract()
                    .jsonPath();
            String id = post.getString("id");
            String target = post.getString("targets[0].id");
            told(receiver, 1);

            publish("evt_wa" + id, moved(id, target, 2, 10));
            publish("evt_wb" + id, moved(id, target, 3, 20));
            publish(
                    "evt_wc" + id,
                    new TargetPublished(
                            "pub_1",
                            id,
                            target,
                            workspace,
                            account,
                            5,
                            "v~1",
                            "7602997517160123666",
                            "https://t/1",
                            1,
                            AT));
            told(receiver, 3);
            MetricsRefreshed numbers =
                    new MetricsRefreshed(id, target, workspace, account, "7602997517160123666", 5L, 1L, null, 0L, AT);
            List.of("evt_wd", "evt_wd", "evt_we").forEach(event -> publish(event + id, numbers));
            told(receiver, 5);

            assertThat(receiver.accepted())
                    .extracting(taken -> taken.json().getString("event"))
                    .containsExactly(
                            "post.scheduled",
                            "post.publishing",
                            "post.published",
                            "metrics.refreshed",
                            "metrics.refreshed");
            lastPayloads(receiver, id);
        }
    }

    @Test
    void whatFilesAreIsToldOnce() {
        String workspace = Hooks.workspace();
        try (Receiver receiver = Receiver.open()) {
            Hooks.create(receiver.url(), "media.ready", "media.rejected");
            MediaRejected no = new MediaRejected("med_" + AT, workspace, "MEDIA_DAMAGED", "It is cut off.", AT);
            MediaReady yes = new MediaReady("med_" + AT, workspace, "PHOTO", "image/png", 7L, 1080, 1920, null, AT);
            List.of("evt_ma", "evt_ma").forEach(event -> publish(event + AT, no));
            publish("evt_mb" + AT, yes);
            told(receiver, 2);

            assertThat(receiver.accepted())
                    .extracting(taken -> taken.json().getString("event"))
                    .containsExactly("media.rejected", "media.ready");
            assertThat(receiver.accepted()
                            .getFirst()
                            .json()
                            .getJsonObject("payload")
                            .getString("code"))
                    .isEqualTo("MEDIA_DAMAGED");
        }
    }

    @Test
    void whatAUserChangesIsToldToo() {
        String account = Api.connect("sandbox_creator");
        try (Receiver receiver = Receiver.open()) {
            Hooks.create(receiver.url(), "post.scheduled", "post.cancelled");
            String id = Api.caller()
                    .body(Api.flatBody(account, Neighbours.VIDEO))
                    .post("/api/v1/posts")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            Api.caller().post("/api/v1/posts/" + id + "/cancel").then().statusCode(200);
            told(receiver, 2);
            Api.caller()
                    .body("{\"scheduledFor\":\"2098-01-01T00:00:00Z\"}")
                    .post("/api/v1/posts/" + id + "/schedule")
                    .then()
                    .statusCode(200);
            told(receiver, 3);

            assertThat(receiver.accepted())
                    .extracting(taken -> taken.json().getString("event"))
                    .containsExactly("post.scheduled", "post.cancelled", "post.scheduled");
        }
    }

    private static void lastPayloads(Receiver receiver, String id) {
        var payload = receiver.accepted().get(2).json().getJsonObject("payload");
        assertThat(payload.getString("id")).isEqualTo(id);
        assertThat(payload.getString("status")).isEqualTo("PUBLISHED");
        assertThat(payload.getJsonArray("targets").getJsonObject(0).getString("externalPostId"))
                .isEqualTo("7602997517160123666");
        assertThat(receiver.accepted().get(3).json().getJsonObject("payload").getValue("comments"))
                .isNull();
    }

    private static void told(Receiver receiver, int times) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(receiver.accepted()).hasSize(times));
    }

    private static TargetPublishing moved(String post, String target, long version, long sent) {
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

    private void publish(String id, Event event) {
        EventEnvelope<Event> envelope = new EventEnvelope<>(id, AT, "/test", null, event);
        ProducerRecord<String, String> message =
                new ProducerRecord<>(event.topic(), event.key(), EventCodec.body(event));
        EventCodec.headers(envelope)
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new StringSerializer())) {
            producer.send(message);
            producer.flush();
        }
    }
}
