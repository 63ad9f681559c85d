package io.postbreeze.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.testkit.ManualClock;
import io.postbreeze.testkit.SampleVideo;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishIT {
    private static final int CHUNK = 5_242_880;

    @TempDir
    Path directory;

    private final ManualClock clock = ManualClock.at("2026-12-01T12:00:00Z");
    private Sandbox sandbox;
    private Client client;
    private String token;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxConfig.forTests(directory), clock);
        client = new Client(sandbox.baseUrl());
        token = client.accessToken("sandbox_creator");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aVideoIsPublishedAfterProcessingAndGetsItsNumberAfterModeration() throws Exception {
        byte[] video = SampleVideo.bytes();
        JsonObject begun = begin("PUBLIC_TO_EVERYONE", video.length, video.length, 1);
        assertThat(client.chunk(url(begun), video, 0, video.length - 1).statusCode())
                .isEqualTo(201);
        awaitVerdict();

        assertThat(data(begun).getString("status")).isEqualTo("PROCESSING_UPLOAD");
        clock.advance(Duration.ofSeconds(2));
        assertThat(data(begun).getString("status")).isEqualTo("PUBLISH_COMPLETE");
        assertThat(data(begun).getJsonArray("publicaly_available_post_id")).isEmpty();
        clock.advance(Duration.ofSeconds(1));

        long postId = data(begun).getJsonArray("publicaly_available_post_id").getLong(0);
        assertThat(postId).isGreaterThan(1L << 53);
        assertThat(ledger().getString("sha256")).isEqualTo(sha256(video));
        JsonArray videos = client.post(
                        "/v2/video/query/?fields=id,view_count,duration",
                        token,
                        new JsonObject()
                                .put("filters", new JsonObject().put("video_ids", new JsonArray().add("" + postId))))
                .getJsonObject("data")
                .getJsonArray("videos");
        assertThat(videos.getJsonObject(0).getString("id")).isEqualTo("" + postId);
        assertThat(videos.getJsonObject(0).getLong("duration")).isEqualTo(12);
    }

    @Test
    void chunksComeInOrderOnceAndWhole() throws Exception {
        byte[] video = padded(2 * CHUNK + 7);
        JsonObject begun = begin("SELF_ONLY", video.length, CHUNK, 2);
        String url = url(begun);

        assertThat(client.chunk(url, video, CHUNK, video.length - 1).statusCode())
                .isEqualTo(416);
        assertThat(client.chunk(url, video, 0, CHUNK - 2).statusCode()).isEqualTo(400);
        assertThat(client.chunk(url, video, 0, CHUNK - 1).statusCode()).isEqualTo(206);
        assertThat(client.chunk(url, video, 0, CHUNK - 1).statusCode()).isEqualTo(416);
        assertThat(data(begun).getLong("uploaded_bytes")).isEqualTo(CHUNK);
        assertThat(client.chunk(url, video, CHUNK, video.length - 2).statusCode())
                .isEqualTo(400);
        assertThat(client.chunk(url, video, CHUNK, video.length - 1).statusCode())
                .isEqualTo(201);
        assertThat(client.chunk(url, video, 0, CHUNK - 1).statusCode()).isEqualTo(416);

        awaitVerdict();
        assertThat(ledger().getString("sha256")).isEqualTo(sha256(video));
    }

    @Test
    void aChunkThatIsCutOffLeavesNothingBehind() throws Exception {
        byte[] video = padded(2 * CHUNK + 7);
        JsonObject begun = begin("SELF_ONLY", video.length, CHUNK, 2);
        URI url = URI.create(url(begun));
        try (Socket socket = new Socket("127.0.0.1", url.getPort())) {
            OutputStream out = socket.getOutputStream();
            String head = "PUT " + url.getPath() + "?" + url.getQuery() + " HTTP/1.1\r\nHost: x\r\n"
                    + "Content-Type: video/mp4\r\nContent-Length: " + CHUNK + "\r\nContent-Range: bytes 0-"
                    + (CHUNK - 1) + "/" + video.length + "\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[1_000_000]);
            out.flush();
        }

        assertThat(data(begun).getLong("uploaded_bytes")).isZero();
        assertThat(client.chunk(url(begun), video, 0, CHUNK - 1).statusCode()).isEqualTo(206);
        assertThat(client.chunk(url(begun), video, CHUNK, video.length - 1).statusCode())
                .isEqualTo(201);
        awaitVerdict();
        assertThat(ledger().getString("sha256")).isEqualTo(sha256(video));
    }

    @Test
    void aHalfSentUploadGoesOnAfterARestart() throws Exception {
        byte[] video = padded(2 * CHUNK + 7);
        JsonObject begun = begin("SELF_ONLY", video.length, CHUNK, 2);
        client.chunk(url(begun), video, 0, CHUNK - 1);
        sandbox.close();
        sandbox = Sandbox.start(SandboxConfig.forTests(directory), clock);
        client = new Client(sandbox.baseUrl());
        String url = url(begun).replaceFirst(":\\d+/", ":" + sandbox.port() + "/");

        assertThat(data(begun).getLong("uploaded_bytes")).isEqualTo(CHUNK);
        assertThat(client.chunk(url, video, CHUNK, video.length - 1).statusCode())
                .isEqualTo(201);
        awaitVerdict();
        assertThat(ledger().getString("sha256")).isEqualTo(sha256(video));
    }

    @Test
    void anUploadAddressDiesAfterItsHour() {
        JsonObject begun = begin("SELF_ONLY", 100, 100, 1);
        clock.advance(Duration.ofMinutes(61));

        assertThat(client.chunk(url(begun), new byte[100], 0, 99).statusCode()).isEqualTo(403);
        assertThat(data(begun).getString("status")).isEqualTo("FAILED");
        assertThat(client.chunk(url(begun).replaceFirst("token=.*", "token=wrong"), new byte[100], 0, 99)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsNoVideoFailsAsASuccessfulAnswer() throws Exception {
        JsonObject begun = begin("SELF_ONLY", 100, 100, 1);
        client.chunk(url(begun), new byte[100], 0, 99);
        awaitVerdict();
        clock.advance(Duration.ofSeconds(2));

        assertThat(data(begun).getString("status")).isEqualTo("FAILED");
        assertThat(data(begun).getString("fail_reason")).isEqualTo("file_format_check_failed");
    }

    @ParameterizedTest
    @CsvSource({
        "sandbox_creator, FOLLOWER_OF_CREATOR, 403 privacy_level_option_mismatch",
        "sandbox_private, PUBLIC_TO_EVERYONE, 403 privacy_level_option_mismatch",
        "sandbox_creator, PUBLIC, 400 invalid_params",
        "sandbox_creator, , 403 privacy_level_option_mismatch",
        "sandbox_private, FOLLOWER_OF_CREATOR, 200 ok"
    })
    void privacyIsTheCreatorsToGive(String creator, String privacy, String answer) {
        String mine = client.accessToken(creator);

        assertThat(Client.code(client.init(mine, privacy, 100, 100, 1))).isEqualTo(answer);
    }

    @Test
    void theSeventhInitOfAMinuteIsThrottled() {
        for (int i = 0; i < 6; i++) {
            assertThat(Client.code(client.init(token, "SELF_ONLY", 100, 100, 1)))
                    .isEqualTo("200 ok");
        }
        assertThat(Client.code(client.init(token, "SELF_ONLY", 100, 100, 1))).isEqualTo("429 rate_limit_exceeded");
        clock.advance(Duration.ofSeconds(60));
        assertThat(Client.code(client.init(token, "SELF_ONLY", 100, 100, 1))).isEqualTo("200 ok");
    }

    @Test
    void aStatusIsForItsOwnCreatorOnly() {
        String publishId = begin("SELF_ONLY", 100, 100, 1).getString("publish_id");
        String other = client.accessToken("sandbox_private");

        assertThat(Client.code(client.status(other, publishId)))
                .isEqualTo("400 token_not_authorized_for_specified_publish_id");
        assertThat(Client.code(client.status(token, "nonsense"))).isEqualTo("400 invalid_publish_id");
        assertThat(Client.code(client.status("act.nonsense", publishId))).isEqualTo("401 access_token_invalid");
    }

    private JsonObject begin(String privacy, long size, long chunk, long count) {
        return client.init(token, privacy, size, chunk, count).getJsonObject("data");
    }

    private JsonObject data(JsonObject begun) {
        return client.status(token, begun.getString("publish_id")).getJsonObject("data");
    }

    private static String url(JsonObject begun) {
        return begun.getString("upload_url");
    }

    private JsonObject ledger() {
        String body = client.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/sandbox/posts")))
                .body();
        return new JsonArray(body).getJsonObject(0);
    }

    private void awaitVerdict() {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> ledger().containsKey("sha256"));
    }

    private byte[] padded(int size) throws IOException {
        Path file = directory.resolve("padded");
        SampleVideo.paddedTo(size, file);
        return Files.readAllBytes(file);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
