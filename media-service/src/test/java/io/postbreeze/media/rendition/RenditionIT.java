package io.postbreeze.media.rendition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.postbreeze.api.PrefixedIds;
import io.postbreeze.events.EventCodec;
import io.postbreeze.events.EventEnvelope;
import io.postbreeze.events.PostScheduled;
import io.postbreeze.events.PostTarget;
import io.postbreeze.events.PublishSettings;
import io.postbreeze.media.asset.FakeApiKeys;
import io.postbreeze.media.picture.Fit;
import io.postbreeze.media.store.StoredObject;
import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.ObjectStoreResource;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "media"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(ObjectStoreResource.class)
class RenditionIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    @ConfigProperty(name = "postbreeze.service-token")
    String serviceToken;

    @ConfigProperty(name = "postbreeze.s3.endpoint")
    String store;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Inject
    Renditions renditions;

    @Inject
    Pool pool;

    @Test
    void photosAreMadeReadyOnceAndFoundUnderTheirPublicAddress() throws Exception {
        String wide = stored(picture(2000, 1000), "image/png");
        String tall = stored(picture(900, 1600), "image/png");

        JsonPath ready = awaitReady("crop", tall, wide);

        assertThat(ready.getList("renditions.mediaId")).containsExactly(tall, wide);
        for (int i = 0; i < 2; i++) {
            assertThat(ready.getInt("renditions[" + i + "].width")).isEqualTo(1080);
            assertThat(ready.getInt("renditions[" + i + "].height")).isEqualTo(1920);
        }
        assertThat(ready.getString("renditions[0].publicUrl"))
                .matches("http.*/renditions/[0-9a-f-]{36}[.]jpg")
                .isNotEqualTo(ready.getString("renditions[1].publicUrl"));
        assertThat(order("crop", tall, wide).extract().jsonPath().getList("renditions"))
                .as("asked again")
                .isEqualTo(ready.getList("renditions"));

        HttpResponse<byte[]> fetched = anonymously(ready.getString("renditions[0].publicUrl"));
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(fetched.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat((long) fetched.body().length).isEqualTo(ready.getLong("renditions[0].sizeBytes"));
    }

    @Test
    void eachWayToFitIsAPictureOfItsOwn() throws Exception {
        String square = stored(picture(1000, 1000), "image/png");

        JsonPath fit = awaitReady("fit", square);
        JsonPath pad = awaitReady("pad", square);

        assertThat(fit.getInt("renditions[0].height")).isEqualTo(1000);
        assertThat(pad.getInt("renditions[0].height")).isEqualTo(1920);
    }

    @Test
    void whatIsNoPhotoOrNotOursIsRefusedInItsPlace() throws Exception {
        String good = stored(picture(800, 800), "image/png");
        String page = stored("<html>no</html>".getBytes(StandardCharsets.UTF_8), "image/jpeg");
        String announced = presign("image/png").getString("mediaAsset.id");

        JsonPath answer =
                order("crop", page, good, announced, "med_unknown").extract().jsonPath();

        assertThat(answer.getList("renditions.code"))
                .containsExactly("MEDIA_NOT_RECOGNISED", null, "MEDIA_NOT_UPLOADED", "MEDIA_NOT_FOUND");
        given().header("Authorization", "Bearer " + serviceToken)
                .contentType(ContentType.JSON)
                .body(Map.of("workspaceId", FakeApiKeys.THEIR_WORKSPACE, "mediaIds", List.of(good), "fit", "crop"))
                .post("/internal/v1/media/renditions")
                .then()
                .body("renditions[0].code", equalTo("MEDIA_NOT_FOUND"));
    }

    @Test
    void aPhotoThatCannotBeDecodedFailsForGood() throws Exception {
        byte[] whole = picture(1500, 1500);
        byte[] broken = whole.clone();
        for (int i = whole.length / 2; i < whole.length - 20; i++) {
            broken[i] = 7;
        }
        String id = stored(broken, "image/png");

        await().atMost(PATIENCE)
                .untilAsserted(() -> order("crop", id).body("renditions[0].code", equalTo("MEDIA_DAMAGED")));
    }

    @Test
    void theRequestMustBeComplete() {
        order("stretch", "med_1").statusCode(400).body("code", equalTo("BAD_REQUEST"));
        order("crop").statusCode(400);
        order("crop", new String[36]).statusCode(400);
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/internal/v1/media/renditions")
                .then()
                .statusCode(401);
    }

    @Test
    void aScheduledPostsPhotosAreMadeLongBeforeItIsDue() throws Exception {
        String photo = stored(picture(1000, 700), "image/png");

        publish(scheduled(photo, "pad"));

        await().atMost(PATIENCE).until(() -> states(photo), List.of("pad READY")::equals);
    }

    @Test
    void twoWorkersTakeDisjointPhotosAndADeadOnesAreTakenOver() throws Exception {
        // Known to no running worker: due in a future that only this test asks about.
        List<OrderRenditions.StoredPhoto> photos = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            photos.add(new OrderRenditions.StoredPhoto(
                    PrefixedIds.next("med"), new StoredObject("ws/none/" + i, 10, "e" + i)));
        }
        done(renditions.order("ws_claims", Fit.CROP, photos, LATER));

        List<Rendition> one = done(renditions.claim("one", LATER, LATER.plusSeconds(60), 6));
        List<Rendition> two = done(renditions.claim("two", LATER, LATER.plusSeconds(60), 60));
        List<Rendition> late = done(renditions.claim("late", LATER.plusSeconds(60), LATER.plusSeconds(99), 60));

        assertThat(one).hasSize(6);
        assertThat(two).extracting(Rendition::key).hasSize(4).doesNotContainAnyElementsOf(keys(one));
        assertThat(late).hasSize(10).allMatch(rendition -> rendition.attempts() == 2);
        done(renditions.failed("one", one.getFirst().key(), "MEDIA_DAMAGED", "late writer"));
        assertThat(done(renditions.order("ws_claims", Fit.CROP, photos, LATER)).values())
                .as("a writer that lost its lease changes nothing")
                .allMatch(Rendition::isPending);
        pool.query("delete from renditions where workspace_id = 'ws_claims'").executeAndAwait();
    }

    private static List<Rendition.Key> keys(List<Rendition> renditions) {
        return renditions.stream().map(Rendition::key).toList();
    }

    private static <T> T done(io.smallrye.mutiny.Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }

    private List<String> states(String mediaId) {
        List<String> states = new ArrayList<>();
        pool.preparedQuery("select fit || ' ' || state as told from renditions where media_id = $1")
                .executeAndAwait(Tuple.of(mediaId))
                .forEach(row -> states.add(row.getString("told")));
        return states;
    }

    private static PostScheduled scheduled(String photo, String fit) {
        PublishSettings settings = new PublishSettings(
                "SELF_ONLY",
                true,
                false,
                false,
                false,
                false,
                false,
                null,
                null,
                null,
                null,
                null,
                fit,
                null,
                null,
                null);
        PostTarget target =
                new PostTarget("tgt_1", "soc_1", "TIKTOK_PERSONAL", LATER, "Hello", List.of(photo), settings);
        return new PostScheduled("post_1", FakeApiKeys.OUR_WORKSPACE, 1, List.of(target));
    }

    private void publish(PostScheduled event) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer())) {
            ProducerRecord<String, String> sent =
                    new ProducerRecord<>(event.topic(), event.key(), EventCodec.body(event));
            EventCodec.headers(new EventEnvelope<>("evt_1", Instant.EPOCH, "/post-api", null, event))
                    .forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(sent);
        }
    }

    private JsonPath awaitReady(String fit, String... ids) {
        await().atMost(PATIENCE)
                .until(() -> order(fit, ids).extract().jsonPath().getList("renditions.status", String.class).stream()
                        .allMatch("READY"::equals));
        return order(fit, ids).extract().jsonPath();
    }

    private ValidatableResponse order(String fit, String... ids) {
        List<String> named = new ArrayList<>();
        for (String id : ids) {
            named.add(id == null ? "med_x" : id);
        }
        return given().header("Authorization", "Bearer " + serviceToken)
                .contentType(ContentType.JSON)
                .body(Map.of("workspaceId", FakeApiKeys.OUR_WORKSPACE, "mediaIds", named, "fit", fit))
                .post("/internal/v1/media/renditions")
                .then();
    }

    /** As TikTok fetches it: at the store, whatever the public name of that is. */
    private HttpResponse<byte[]> anonymously(String publicUrl) throws Exception {
        URI address = URI.create(store + "/media" + publicUrl.substring(publicUrl.indexOf("/renditions/")));
        return HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] picture(int width, int height) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static JsonPath presign(String contentType) {
        return given().header("Authorization", "Bearer " + FakeApiKeys.OURS)
                .contentType(ContentType.JSON)
                .body(Map.of("filename", "photo", "contentType", contentType))
                .post("/api/v1/media/presign")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String stored(byte[] bytes, String contentType) throws Exception {
        JsonPath presigned = presign(contentType);
        HttpRequest upload = HttpRequest.newBuilder(URI.create(presigned.getString("uploadUrl")))
                .header("Content-Type", contentType)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        assertThat(HTTP.send(upload, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
        return presigned.getString("mediaAsset.id");
    }
}
