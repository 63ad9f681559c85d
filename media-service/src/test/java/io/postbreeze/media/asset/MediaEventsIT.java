package io.postbreeze.media.asset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.postbreeze.events.EventCodec;
import io.postbreeze.events.MediaEvent;
import io.postbreeze.events.MediaReady;
import io.postbreeze.events.MediaRejected;
import io.postbreeze.events.Topics;
import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.ObjectStoreResource;
import io.postbreeze.testkit.PostgresResource;
import io.postbreeze.testkit.SampleVideo;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "media"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(ObjectStoreResource.class)
class MediaEventsIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final byte[] VIDEO = SampleVideo.bytes();
    private static final byte[] PAGE = "<html>no</html>".getBytes(StandardCharsets.UTF_8);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    private final List<MediaEvent> seen = new ArrayList<>();
    private KafkaConsumer<String, String> consumer;

    @BeforeEach
    void listen() {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "group.id", "media-events-it", "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of(Topics.MEDIA));
    }

    @AfterEach
    void hangUp() {
        consumer.close();
    }

    @Test
    void whatAFileIsIsToldOncePerVersionHoweverOftenItIsAskedFor() throws Exception {
        JsonPath presigned = presign();
        String id = presigned.getString("mediaAsset.id");
        look(id);
        put(presigned, PAGE);
        look(id);
        look(id);
        put(presigned, VIDEO);
        look(id);
        look(id);

        await().atMost(Duration.ofSeconds(20)).until(() -> told(id).size() >= 2);
        assertThat(told(id)).hasSize(2);
        assertThat(told(id).getFirst())
                .isInstanceOfSatisfying(
                        MediaRejected.class, no -> assertThat(no.code()).isEqualTo("MEDIA_NOT_RECOGNISED"));
        assertThat(told(id).getLast()).isInstanceOfSatisfying(MediaReady.class, yes -> {
            assertThat(yes.workspaceId()).isEqualTo(FakeApiKeys.OUR_WORKSPACE);
            assertThat(yes.kind()).isEqualTo("VIDEO");
            assertThat(yes.contentType()).isEqualTo("video/mp4");
            assertThat(yes.sizeBytes()).isEqualTo(VIDEO.length);
            assertThat(yes.width()).isEqualTo(1080);
            assertThat(yes.durationMs()).isPositive();
        });
    }

    @Test
    void aFileThatCannotBeFetchedIsToldToo() {
        String url = "http://127.0.0.1:1/clip.mp4";
        given().header("Authorization", "Bearer " + FakeApiKeys.OURS)
                .contentType(ContentType.JSON)
                .body(Map.of("url", url))
                .post("/api/v1/media/from-url")
                .then()
                .statusCode(422);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> poll().stream()
                        .anyMatch(event -> event instanceof MediaRejected no
                                && no.code().startsWith("MEDIA_URL_")
                                && !no.message().contains(url)));
    }

    private List<MediaEvent> told(String id) {
        return poll().stream().filter(event -> event.mediaId().equals(id)).toList();
    }

    private List<MediaEvent> poll() {
        consumer.poll(Duration.ofMillis(200)).forEach(received -> seen.add(read(received)));
        return seen;
    }

    private static MediaEvent read(ConsumerRecord<String, String> received) {
        Map<String, String> headers = new HashMap<>();
        received.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return (MediaEvent) EventCodec.read(headers, received.value()).data();
    }

    private static JsonPath presign() {
        return given().header("Authorization", "Bearer " + FakeApiKeys.OURS)
                .contentType(ContentType.JSON)
                .body(Map.of("filename", "clip.mp4", "contentType", "video/mp4"))
                .post("/api/v1/media/presign")
                .jsonPath();
    }

    private static void look(String id) {
        given().header("Authorization", "Bearer " + FakeApiKeys.OURS)
                .get("/api/v1/media/" + id)
                .then()
                .statusCode(200);
    }

    private static void put(JsonPath presigned, byte[] bytes) throws Exception {
        HttpRequest upload = HttpRequest.newBuilder(URI.create(presigned.getString("uploadUrl")))
                .header("Content-Type", "video/mp4")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        assertThat(HTTP.send(upload, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
    }
}
