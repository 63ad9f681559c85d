package io.postbreeze.media.asset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.postbreeze.media.inspection.MediaInspector;
import io.postbreeze.media.inspection.RangeReader;
import io.postbreeze.media.inspection.VideoFacts;
import io.postbreeze.media.video.Clips;
import io.postbreeze.media.video.VideoTools;
import io.postbreeze.testkit.ObjectStoreResource;
import io.postbreeze.testkit.PostgresResource;
import io.postbreeze.testkit.SampleVideo;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Repairs as the other services ask for them, with a real ffmpeg. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "media"))
@QuarkusTestResource(ObjectStoreResource.class)
class RepairIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration LONG = Duration.ofSeconds(60);

    @Inject
    VideoTools tools;

    @ConfigProperty(name = "postbreeze.service-token")
    String serviceToken;

    @BeforeEach
    void needsFfmpeg() {
        assumeTrue(tools.makesPosters());
    }

    @Test
    void aVideoThatTikTokDoesNotTakeIsRepairedWhenThatIsAskedFor() throws Exception {
        String id = upload(Clips.of(tools, "320x180:r=30:d=4", "a.mp4", "-c:v", "mpeg4", "-c:a", "aac"));

        JsonPath asUploaded = resolve(id, false);
        assertThat(asUploaded.getString("status")).isEqualTo("READY");
        assertThat(asUploaded.getBoolean("repairable")).isTrue();
        assertThat(asUploaded.getList("violations.code", String.class))
                .contains("TT_MEDIA_FORMAT_UNSUPPORTED", "TT_PICTURE_SIZE_OUT_OF_RANGE");

        JsonPath first = resolve(id, true);
        if (!first.getString("status").equals("READY")) {
            assertThat(first.getString("status")).isEqualTo("PENDING");
            assertThat(first.getString("downloadUrl")).isNull();
        }
        JsonPath repaired = until("READY", id);
        assertThat(repaired.getString("videoCodec")).isEqualTo("h264");
        assertThat(repaired.getString("audioCodec")).isEqualTo("aac");
        assertThat(repaired.getInt("height")).isEqualTo(360);
        assertThat(repaired.getBoolean("repairable")).isTrue();

        byte[] bytes = HTTP.send(
                        HttpRequest.newBuilder(URI.create(repaired.getString("downloadUrl")))
                                .header("If-Match", repaired.getString("etag"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
        assertThat(bytes).hasSize(repaired.getInt("sizeBytes"));
        assertThat(MediaInspector.inspect(new Bytes(bytes)).verdict())
                .isInstanceOfSatisfying(
                        VideoFacts.class, video -> assertThat(video.width()).isEqualTo(640));
    }

    @Test
    void aVideoThatTikTokTakesStaysAsItIs() throws Exception {
        String id = upload(SampleVideo.bytes());

        JsonPath answer = resolve(id, true);

        assertThat(answer.getString("status")).isEqualTo("READY");
        assertThat(answer.getBoolean("repairable")).isFalse();
        assertThat(answer.getInt("sizeBytes")).isEqualTo(SampleVideo.bytes().length);
    }

    @Test
    void aVideoThatCannotBeRepairedSaysSoAndIsNotGivenOut() throws Exception {
        byte[] noise = Clips.of(tools, "320x180:r=30:d=4", "a.mp4", "-movflags", "+faststart");
        Arrays.fill(noise, new String(noise, StandardCharsets.ISO_8859_1).indexOf("mdat") + 4, noise.length, (byte) 90);
        String id = upload(noise);

        JsonPath answer = until("REPAIR_FAILED", id);

        assertThat(answer.getString("repairCode")).isEqualTo("MEDIA_REPAIR_FAILED");
        assertThat(answer.getString("downloadUrl")).isNull();
        assertThat(resolve(id, false).getBoolean("repairable")).isFalse();
    }

    @Test
    void whatTheServiceDoesIsSeenFromOutside() {
        given().get("/q/health/ready").then().statusCode(200).body("checks.data.repairs", hasItem("on"));
    }

    private JsonPath until(String status, String id) {
        return await().atMost(LONG).until(() -> resolve(id, true), answer -> status.equals(answer.getString("status")));
    }

    private JsonPath resolve(String id, boolean repaired) {
        return given().header("Authorization", "Bearer " + serviceToken)
                .contentType(ContentType.JSON)
                .body(Map.of("workspaceId", FakeApiKeys.OUR_WORKSPACE, "mediaIds", List.of(id), "repaired", repaired))
                .post("/internal/v1/media/resolve")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("media[0]");
    }

    private static String upload(byte[] bytes) throws Exception {
        JsonPath presigned = given().header("Authorization", "Bearer " + FakeApiKeys.OURS)
                .contentType(ContentType.JSON)
                .body(Map.of("filename", "a.mp4", "contentType", "video/mp4"))
                .post("/api/v1/media/presign")
                .jsonPath();
        HttpRequest put = HttpRequest.newBuilder(URI.create(presigned.getString("uploadUrl")))
                .header("Content-Type", "video/mp4")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        assertThat(HTTP.send(put, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
        return presigned.getString("mediaAsset.id");
    }

    private record Bytes(byte[] all) implements RangeReader {
        @Override
        public long size() {
            return all.length;
        }

        @Override
        public byte[] read(long offset, int length) {
            return Arrays.copyOfRange(all, (int) offset, (int) offset + length);
        }
    }
}
