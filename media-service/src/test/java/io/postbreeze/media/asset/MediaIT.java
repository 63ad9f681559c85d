package io.postbreeze.media.asset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.ObjectStoreResource;
import io.postbreeze.testkit.PostgresResource;
import io.postbreeze.testkit.SampleVideo;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "media"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(ObjectStoreResource.class)
class MediaIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final byte[] VIDEO = SampleVideo.bytes();

    @ConfigProperty(name = "postbreeze.service-token")
    String serviceToken;

    @Test
    void aVideoGoesFromPresignToReadyAndCanBeReadInRanges() throws Exception {
        JsonPath presigned = presign("clip.mp4", "video/mp4", VIDEO.length);
        String id = presigned.getString("mediaAsset.id");

        assertThat(put(presigned, VIDEO, "video/mp4")).isEqualTo(200);

        ValidatableResponse answer = resolve(FakeApiKeys.OUR_WORKSPACE, id);
        answer.statusCode(200)
                .body("media[0].mediaId", equalTo(id))
                .body("media[0].status", equalTo("READY"))
                .body("media[0].kind", equalTo("VIDEO"))
                .body("media[0].contentType", equalTo("video/mp4"))
                .body("media[0].sizeBytes", equalTo(VIDEO.length))
                .body("media[0].container", equalTo("mp4"))
                .body("media[0].videoCodec", equalTo("h264"))
                .body("media[0].width", equalTo(1080))
                .body("media[0].height", equalTo(1920))
                .body("media[0].frameRate", equalTo(30.0f))
                .body("media[0].etag", notNullValue())
                .body("media[0].rejection", nullValue())
                .body("media[0].violations", hasSize(0));

        HttpRequest range = HttpRequest.newBuilder(URI.create(answer.extract().path("media[0].downloadUrl")))
                .header("Range", "bytes=1000-1999")
                .build();
        HttpResponse<byte[]> part = HTTP.send(range, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(VIDEO, 1_000, 2_000));
        Instant expires = Instant.parse(answer.extract().path("media[0].downloadUrlExpiresAt"));
        assertThat(expires)
                .isAfter(Instant.parse(presigned.getString("mediaAsset.createdAt"))
                        .plus(Duration.ofHours(1)));
    }

    @Test
    void presignAnswersWithEverythingAClientNeeds() {
        given().header("Authorization", "Bearer " + FakeApiKeys.OURS)
                .contentType(ContentType.JSON)
                .body(Map.of("filename", "../My clip.mp4", "contentType", "video/mp4", "folderId", "ignored"))
                .post("/api/v1/media/presign")
                .then()
                .statusCode(200)
                .body("uploadUrl", startsWith("http"))
                .body("headers", equalTo(Map.of("Content-Type", "video/mp4")))
                .body("expiresAt", matchesPattern(".*Z"))
                .body("mediaAsset.id", matchesPattern("med_[0-9A-Z]{26}"))
                .body("mediaAsset.status", equalTo("PENDING"))
                .body("mediaAsset.filename", equalTo("..My clip.mp4"))
                .body("mediaAsset.mimeType", equalTo("video/mp4"))
                .body("mediaAsset.bytes", nullValue())
                .body("mediaAsset.durationMs", nullValue())
                .body("mediaAsset.storageKey", matchesPattern("ws/ws_[^/]+/med_[^/]+/My-clip.mp4"))
                .body("publicUrl", matchesPattern("http.*/media/ws/ws_[^/]+/med_[^/]+/My-clip.mp4"));
    }

    @Test
    void theOwnerSeesTheFactsAndNobodyElseSeesTheAsset() throws Exception {
        JsonPath presigned = presign("clip.mp4", "video/mp4", VIDEO.length);
        String id = presigned.getString("mediaAsset.id");
        put(presigned, VIDEO, "video/mp4");

        show(FakeApiKeys.OURS, id)
                .statusCode(200)
                .body("status", equalTo("READY"))
                .body("kind", equalTo("VIDEO"))
                .body("durationMs", notNullValue())
                .body("bytes", equalTo(VIDEO.length));
        show(FakeApiKeys.BOTH, id).statusCode(200);
        show(FakeApiKeys.THEIRS, id).statusCode(404).body("code", equalTo("NOT_FOUND"));
        resolve(FakeApiKeys.THEIR_WORKSPACE, id).body("media[0].status", equalTo("NOT_FOUND"));
    }

    @Test
    void whatWasNotUploadedIsSaidToBeSo() {
        String id = presign("clip.mp4", "video/mp4", VIDEO.length).getString("mediaAsset.id");

        resolve(FakeApiKeys.OUR_WORKSPACE, id, "med_00000000000000000000000000")
                .body("media.status", contains("NOT_UPLOADED", "NOT_FOUND"))
                .body("media[0].downloadUrl", nullValue());
        show(FakeApiKeys.OURS, id).body("status", equalTo("PENDING"));
    }

    @Test
    void aWebPageThatIsCalledMp4IsRejected() throws Exception {
        byte[] page = "<!DOCTYPE html><html><body>Sign in to continue</body></html>".getBytes(StandardCharsets.UTF_8);
        JsonPath presigned = presign("clip.mp4", "video/mp4", page.length);
        put(presigned, page, "video/mp4");

        String id = presigned.getString("mediaAsset.id");
        resolve(FakeApiKeys.OUR_WORKSPACE, id)
                .body("media[0].status", equalTo("REJECTED"))
                .body("media[0].kind", nullValue())
                .body("media[0].rejection.code", equalTo("MEDIA_NOT_RECOGNISED"))
                .body("media[0].rejection.message", notNullValue())
                .body("media[0].downloadUrl", nullValue());
        show(FakeApiKeys.OURS, id).body("status", equalTo("REJECTED"));
    }

    @Test
    void anOverwriteThroughTheSameUrlIsNoticed() throws Exception {
        byte[] page = "<html>".getBytes(StandardCharsets.UTF_8);
        JsonPath presigned = presign("clip.mp4", "video/mp4", null);
        String id = presigned.getString("mediaAsset.id");
        put(presigned, page, "video/mp4");
        resolve(FakeApiKeys.OUR_WORKSPACE, id).body("media[0].status", equalTo("REJECTED"));

        put(presigned, VIDEO, "video/mp4");

        resolve(FakeApiKeys.OUR_WORKSPACE, id)
                .body("media[0].status", equalTo("READY"))
                .body("media[0].sizeBytes", equalTo(VIDEO.length));
    }

    @Test
    void theStoreRefusesAnotherContentTypeAndAnotherSize() throws Exception {
        JsonPath presigned = presign("clip.mp4", "video/mp4", VIDEO.length);

        assertThat(put(presigned, VIDEO, "text/html")).isEqualTo(403);
        assertThat(put(presigned, Arrays.copyOf(VIDEO, VIDEO.length - 1), "video/mp4"))
                .isEqualTo(403);
        resolve(FakeApiKeys.OUR_WORKSPACE, presigned.getString("mediaAsset.id"))
                .body("media[0].status", equalTo("NOT_UPLOADED"));
    }

    @Test
    void aStoreThatIsDownIsNeverTakenForAMissingFile() {
        String id = presign("clip.mp4", "video/mp4", VIDEO.length).getString("mediaAsset.id");
        QuarkusMock.installMockForType(new DownStore(), S3Client.class);

        resolve(FakeApiKeys.OUR_WORKSPACE, id).statusCode(503).body("code", equalTo("STORE_UNAVAILABLE"));
        show(FakeApiKeys.OURS, id).statusCode(503).body("code", equalTo("STORE_UNAVAILABLE"));
        given().get("/q/health/ready").then().statusCode(200).body("checks.data.reachable", hasItem(false));
    }

    @Test
    void manyAssetsAreResolvedInTheirOrder() throws Exception {
        JsonPath video = presign("clip.mp4", "video/mp4", VIDEO.length);
        JsonPath missing = presign("clip.mp4", "video/mp4", VIDEO.length);
        put(video, VIDEO, "video/mp4");
        String ready = video.getString("mediaAsset.id");
        String pending = missing.getString("mediaAsset.id");

        resolve(FakeApiKeys.OUR_WORKSPACE, pending, ready, pending, ready)
                .body("media.mediaId", equalTo(List.of(pending, ready, pending, ready)))
                .body("media.status", contains("NOT_UPLOADED", "READY", "NOT_UPLOADED", "READY"));
    }

    @Test
    void wrongFieldsAreNamed() {
        given().header("Authorization", "Bearer " + FakeApiKeys.OURS)
                .contentType(ContentType.JSON)
                .body(Map.of("filename", "page.html", "contentType", "text/html"))
                .post("/api/v1/media/presign")
                .then()
                .statusCode(400)
                .body("code", equalTo("VALIDATION_FAILED"))
                .body("requestId", startsWith("req_"))
                .body("details.path", hasItem("contentType"));
    }

    @Test
    void aKeyOfSeveralWorkspacesNamesOne() {
        Map<String, String> body = Map.of("filename", "clip.mp4", "contentType", "video/mp4");
        presignAs(FakeApiKeys.BOTH, "", body).statusCode(400).body("code", equalTo("WORKSPACE_REQUIRED"));
        presignAs(FakeApiKeys.BOTH, "?workspaceId=" + FakeApiKeys.THEIR_WORKSPACE, body)
                .statusCode(200)
                .body("mediaAsset.workspaceId", equalTo(FakeApiKeys.THEIR_WORKSPACE));
        presignAs(FakeApiKeys.OURS, "?workspaceId=" + FakeApiKeys.THEIR_WORKSPACE, body)
                .statusCode(404);
    }

    @Test
    void nothingIsToldWithoutAKeyOrServiceToken() {
        given().get("/api/v1/media/med_1").then().statusCode(401).body("code", equalTo("API_KEY_MISSING"));
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/internal/v1/media/resolve")
                .then()
                .statusCode(401)
                .body("code", equalTo("SERVICE_TOKEN_INVALID"));
    }

    @Test
    void anUploadWithAnotherChecksumThanAnnouncedIsRefused() throws Exception {
        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(VIDEO));
        JsonPath presigned = presignAs(
                        FakeApiKeys.OURS, "", Map.of("filename", "clip.mp4", "contentType", "video/mp4", "sha256", sum))
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, String> headers = presigned.getMap("headers");

        assertThat(headers).containsKeys("Content-Type", "x-amz-checksum-sha256");
        assertThat(put(presigned, VIDEO, headers)).isEqualTo(200);
        assertThat(put(presigned, VIDEO, Map.of("Content-Type", "video/mp4"))).isEqualTo(403);
        String other = Base64.getEncoder().encodeToString(new byte[32]);
        assertThat(put(presigned, VIDEO, Map.of("Content-Type", "video/mp4", "x-amz-checksum-sha256", other)))
                .isEqualTo(403);
    }

    @Test
    void tooManyIdsOrNoneAreRefused() {
        resolve(FakeApiKeys.OUR_WORKSPACE).statusCode(400);
        resolve(FakeApiKeys.OUR_WORKSPACE, new String[37]).statusCode(400);
    }

    @Test
    void itIsHealthyAndMeasured() throws Exception {
        JsonPath presigned = presign("clip.mp4", "video/mp4", VIDEO.length);
        put(presigned, VIDEO, "video/mp4");
        resolve(FakeApiKeys.OUR_WORKSPACE, presigned.getString("mediaAsset.id"));

        given().get("/q/health/ready").then().statusCode(200).body("checks.data.reachable", hasItem(true));
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/openapi").then().statusCode(200);
        String metrics = given().get("/q/metrics").asString();
        assertThat(metrics)
                .contains("postbreeze_media_presigns_total{kind=\"video\"")
                .contains("postbreeze_media_inspections_seconds_count{verdict=\"readable\"")
                .contains("postbreeze_media_inspection_read_bytes_sum");
    }

    private static JsonPath presign(String filename, String contentType, Integer bytes) {
        Map<String, Object> body = bytes == null
                ? Map.of("filename", filename, "contentType", contentType)
                : Map.of("filename", filename, "contentType", contentType, "bytes", bytes);
        return presignAs(FakeApiKeys.OURS, "", body).statusCode(200).extract().jsonPath();
    }

    private static ValidatableResponse presignAs(String key, String query, Map<String, ?> body) {
        return given().header("Authorization", "Bearer " + key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/media/presign" + query)
                .then();
    }

    private static ValidatableResponse show(String key, String id) {
        return given().header("Authorization", "Bearer " + key)
                .get("/api/v1/media/" + id)
                .then();
    }

    private ValidatableResponse resolve(String workspaceId, String... ids) {
        List<String> named =
                Arrays.stream(ids).map(id -> id == null ? "med_x" : id).toList();
        return given().header("Authorization", "Bearer " + serviceToken)
                .contentType(ContentType.JSON)
                .body(Map.of("workspaceId", workspaceId, "mediaIds", named))
                .post("/internal/v1/media/resolve")
                .then();
    }

    private static int put(JsonPath presigned, byte[] bytes, String contentType)
            throws IOException, InterruptedException {
        return put(presigned, bytes, Map.of("Content-Type", contentType));
    }

    private static int put(JsonPath presigned, byte[] bytes, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder upload = HttpRequest.newBuilder(URI.create(presigned.getString("uploadUrl")));
        headers.forEach(upload::header);
        upload.PUT(HttpRequest.BodyPublishers.ofByteArray(bytes));
        try {
            return HTTP.send(upload.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException reset) {
            // The store may close the connection of a refused upload before the answer is read.
            return 403;
        }
    }

    private static final class DownStore implements S3Client {
        @Override
        public HeadObjectResponse headObject(HeadObjectRequest request) {
            throw SdkClientException.create("Connection refused");
        }

        @Override
        public HeadBucketResponse headBucket(HeadBucketRequest request) {
            throw SdkClientException.create("Connection refused");
        }

        @Override
        public String serviceName() {
            return "s3";
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
