package io.postbreeze.media.asset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.postbreeze.media.video.VideoTools;
import io.postbreeze.testkit.ObjectStoreResource;
import io.postbreeze.testkit.PostgresResource;
import io.postbreeze.testkit.SampleVideo;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** Posters from the upload to the picture, with a real ffmpeg. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "media"))
@QuarkusTestResource(ObjectStoreResource.class)
class PosterIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration LONG = Duration.ofSeconds(30);

    @Inject
    Pool pool;

    @Inject
    VideoTools tools;

    @Inject
    S3Client store;

    @BeforeEach
    void needsFfmpeg() {
        assumeTrue(tools.makesPosters());
    }

    @Test
    void aVideoHasItsPicturesSoonAfterItWasFirstLookedAt() throws Exception {
        String id = upload("clip.mp4", "video/mp4", SampleVideo.bytes());

        JsonPath asset = untilPosterIs("READY", id);

        assertThat(asset.getString("poster.posterUrl"))
                .startsWith(parent(asset.getString("publicUrl")) + "made/")
                .endsWith("/poster.jpg");
        assertThat(picture(asset, "poster.posterUrl")).isEqualTo(1280);
        assertThat(picture(asset, "poster.thumbnailUrl")).isEqualTo(320);
    }

    @Test
    void aPhotoHasNoPoster() throws Exception {
        try (InputStream photo = getClass().getResourceAsStream("/samples/photo.png")) {
            String id =
                    upload("a.png", "image/png", Objects.requireNonNull(photo).readAllBytes());

            JsonPath asset = show(id);

            assertThat(asset.getString("status")).isEqualTo("READY");
            assertThat(asset.getString("poster")).isNull();
        }
    }

    @Test
    void workOfADeadReplicaIsTakenOverAndItsOwnEndComesTooLate() throws Exception {
        String id = upload("clip.mp4", "video/mp4", SampleVideo.bytes());
        untilPosterIs("READY", id);
        execute(
                "update video_jobs set state = 'PENDING', lease_id = 'lease_of_the_dead',"
                        + " due_at = now() - interval '1 second', attempts = 1, result_key = null where media_id = $1",
                id);

        untilPosterIs("READY", id);

        assertThat(pool.preparedQuery("update video_jobs set state = 'PENDING' where lease_id = 'lease_of_the_dead'")
                        .execute()
                        .await()
                        .atMost(LONG)
                        .rowCount())
                .isZero();
    }

    @Test
    void workThatEndsEveryReplicaIsGivenUp() throws Exception {
        String id = upload("clip.mp4", "video/mp4", SampleVideo.bytes());
        untilPosterIs("READY", id);
        execute(
                "update video_jobs set state = 'PENDING', attempts = 5, due_at = now(), result_key = null"
                        + " where media_id = $1",
                id);

        assertThat(untilPosterIs("FAILED", id).getString("poster.posterUrl")).isNull();
    }

    @Test
    void theServiceSaysWhetherItMakesThem() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'ffmpeg' }.data.posters", equalTo("on"));
    }

    @Test
    void anUploadWithoutBytesHasNoPoster() {
        given().header("Authorization", "Bearer " + FakeApiKeys.OURS)
                .get("/api/v1/media/" + presign("clip.mp4", "video/mp4").getString("mediaAsset.id"))
                .then()
                .body("publicUrl", startsWith("http"))
                .body("poster", nullValue());
    }

    private void execute(String statement, String id) {
        pool.preparedQuery(statement).execute(Tuple.of(id)).await().atMost(LONG);
    }

    private static JsonPath untilPosterIs(String status, String id) {
        return await().atMost(LONG).until(() -> show(id), asset -> status.equals(asset.getString("poster.status")));
    }

    /** The longer side of what is stored under a public address. */
    private int picture(JsonPath asset, String field) throws IOException {
        String key = parent(asset.getString("storageKey"))
                + asset.getString(field)
                        .substring(parent(asset.getString("publicUrl")).length());
        var bytes = store.getObjectAsBytes(ask ->
                ask.bucket(io.postbreeze.testkit.ObjectStoreServer.BUCKET).key(key));
        assertThat(bytes.response().contentType()).isEqualTo("image/jpeg");
        var image = ImageIO.read(new ByteArrayInputStream(bytes.asByteArray()));
        return Math.max(image.getWidth(), image.getHeight());
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static JsonPath show(String id) {
        return given().header("Authorization", "Bearer " + FakeApiKeys.OURS)
                .get("/api/v1/media/" + id)
                .jsonPath();
    }

    private static JsonPath presign(String filename, String contentType) {
        return given().header("Authorization", "Bearer " + FakeApiKeys.OURS)
                .contentType(ContentType.JSON)
                .body(Map.of("filename", filename, "contentType", contentType))
                .post("/api/v1/media/presign")
                .jsonPath();
    }

    private static String upload(String filename, String contentType, byte[] bytes) throws Exception {
        JsonPath presigned = presign(filename, contentType);
        HttpRequest put = HttpRequest.newBuilder(URI.create(presigned.getString("uploadUrl")))
                .header("Content-Type", contentType)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        assertThat(HTTP.send(put, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
        return presigned.getString("mediaAsset.id");
    }
}
