package io.postbreeze.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.testkit.SampleVideo;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadIT extends Running {

    @Test
    void onlyTheNewestFilesAreKeptAndTheLedgerForgetsNone() throws Exception {
        byte[] video = SampleVideo.bytes();
        client.send("POST", "/sandbox/settings", new JsonObject().put("keepBytes", 2L * video.length));
        for (int i = 0; i < 3; i++) {
            post("SELF_ONLY", video);
            clock.advance(Duration.ofMinutes(1));
        }

        try (Stream<Path> files = Files.list(directory.resolve("media"))) {
            assertThat(files).hasSize(2);
        }
        JsonObject oldest = client.list("/sandbox/publishes").getJsonObject(2);
        assertThat(oldest.getString("sha256")).isEqualTo(sha256(video));
        assertThat(client.bytes(HttpRequest.newBuilder(URI.create(
                                sandbox.baseUrl() + "/sandbox/posts/" + oldest.getString("publishId") + "/video")))
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    void aCancelledUploadIsNoTaskAnyMoreAndLeavesNoFile() throws Exception {
        byte[] video = padded(2 * CHUNK);
        JsonObject begun = begin("SELF_ONLY", video.length, CHUNK, 2);
        client.chunk(url(begun), video, 0, CHUNK - 1);
        client.post(
                "/v2/post/publish/cancel/", token, new JsonObject().put("publish_id", begun.getString("publish_id")));

        assertThat(client.chunk(url(begun), video, CHUNK, 2 * CHUNK - 1).statusCode())
                .isEqualTo(404);
        assertThat(directory.resolve("media")).isEmptyDirectory();
    }

    @Test
    void theDocumentedExampleArrivesInFiveChunksByteByByte() throws Exception {
        byte[] video = padded(50_000_123);
        JsonObject begun = begin("SELF_ONLY", video.length, 10_000_000, 5);
        for (int chunk = 0; chunk < 4; chunk++) {
            HttpResponse<String> answer =
                    client.chunk(url(begun), video, chunk * 10_000_000, (chunk + 1) * 10_000_000 - 1);
            assertThat(answer.statusCode()).isEqualTo(206);
            assertThat(answer.headers().firstValue("Content-Range"))
                    .contains("bytes 0-" + (chunk + 1) + "0000000/50000123");
        }
        assertThat(client.chunk(url(begun), video, 40_000_000, 50_000_122).statusCode())
                .isEqualTo(201);

        awaitVerdict();
        assertThat(client.newestPost().getString("sha256")).isEqualTo(sha256(video));
        assertThat(client.newestPost().getLong("discardedBytes")).isZero();
    }

    @Test
    void chunksComeInOrderOnceAndWhole() throws Exception {
        byte[] video = padded(2 * CHUNK + 7);
        JsonObject begun = begin("SELF_ONLY", video.length, CHUNK, 2);

        assertThat(put(begun, video, CHUNK, video.length - 1)).isEqualTo(416);
        assertThat(put(begun, video, 0, CHUNK - 2)).isEqualTo(400);
        assertThat(put(begun, video, 0, CHUNK)).isEqualTo(400);
        assertThat(put(begun, video, 0, CHUNK - 1)).isEqualTo(206);
        assertThat(put(begun, video, 0, CHUNK - 1)).isEqualTo(416);
        assertThat(status(begun).getLong("uploaded_bytes")).isEqualTo(CHUNK);
        assertThat(put(begun, video, CHUNK, video.length - 2)).isEqualTo(400);
        assertThat(put(begun, video, CHUNK, video.length - 1)).isEqualTo(201);
        assertThat(put(begun, video, 0, CHUNK - 1)).isEqualTo(416);
        assertThat(put(begun, video, CHUNK, video.length - 1)).isEqualTo(416);

        awaitVerdict();
        assertThat(client.newestPost().getString("sha256")).isEqualTo(sha256(video));
        assertThat(client.newestPost().getLong("discardedBytes")).isGreaterThan(4L * CHUNK);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes 0-99/100, text/plain, 400",
        "bytes 0-99/101, video/mp4, 400",
        "bytes 0-98/100, video/mp4, 400",
        "bytes=0-99/100, video/mp4, 400",
        "bytes 0-99/*, video/mp4, 400",
        "bytes 99-0/100, video/mp4, 400",
        "bytes 1-100/100, video/mp4, 416",
        "bytes 0-99/100, video/webm, 201"
    })
    void aChunksHeadersAreHeldAgainstItsBytes(String range, String type, int status) {
        JsonObject begun = begin("SELF_ONLY", 100, 100, 1);
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(url(begun)))
                .header("Content-Type", type)
                .header("Content-Range", range)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(new byte[100])));

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void aChunkWithoutARangeIsABadRequest() {
        JsonObject begun = begin("SELF_ONLY", 100, 100, 1);
        int status = client.send(HttpRequest.newBuilder(URI.create(url(begun)))
                        .header("Content-Type", "video/mp4")
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(new byte[100])))
                .statusCode();

        assertThat(status).isEqualTo(400);
    }

    @Test
    void aChunkThatIsCutOffLeavesNothingBehind() throws Exception {
        byte[] video = padded(2 * CHUNK + 7);
        JsonObject begun = begin("SELF_ONLY", video.length, CHUNK, 2);
        try (Socket socket = halfAChunk(begun, video.length, new byte[1_000_000])) {
            assertThat(socket.isConnected()).isTrue();
        }
        Awaitility.await()
                .untilAsserted(() -> assertThat(client.newestPost().getLong("discardedBytes"))
                        .isEqualTo(1_000_000));

        assertThat(status(begun).getLong("uploaded_bytes")).isZero();
        assertThat(client.requests().getLong("PUT /video/ aborted")).isEqualTo(1);
        sendBoth(begun, video);
        assertThat(client.newestPost().getString("sha256")).isEqualTo(sha256(video));
    }

    @Test
    void aConnectionThatHangsInAChunkGivesWayToTheNext() throws Exception {
        byte[] video = padded(2 * CHUNK + 7);
        JsonObject begun = begin("SELF_ONLY", video.length, CHUNK, 2);
        try (Socket hanging = halfAChunk(begun, video.length, new byte[1_000_000])) {
            hanging.setSoTimeout(5_000);
            sendBoth(begun, video);

            assertThat(isOver(hanging)).isTrue();
        }
        assertThat(client.newestPost().getString("sha256")).isEqualTo(sha256(video));
    }

    @Test
    void aHalfSentUploadGoesOnAfterARestart() throws Exception {
        byte[] video = padded(2 * CHUNK + 7);
        JsonObject begun = begin("SELF_ONLY", video.length, CHUNK, 2);
        put(begun, video, 0, CHUNK - 1);
        restart();

        assertThat(status(begun).getLong("uploaded_bytes")).isEqualTo(CHUNK);
        assertThat(put(begun, video, CHUNK, video.length - 1)).isEqualTo(201);
        awaitVerdict();
        assertThat(client.newestPost().getString("sha256")).isEqualTo(sha256(video));
        restart();
        clock.advance(Duration.ofSeconds(2));
        assertThat(status(begun).getString("status")).isEqualTo("PUBLISH_COMPLETE");
    }

    @Test
    void anUploadAddressDiesAfterItsHour() {
        JsonObject begun = begin("SELF_ONLY", 100, 100, 1);
        clock.advance(Duration.ofMinutes(60));

        assertThat(put(begun, new byte[100], 0, 99)).isEqualTo(403);
        assertThat(status(begun).getString("status")).isEqualTo("FAILED");
        assertThat(client.list("/sandbox/uploads").getJsonObject(0).getBoolean("expired"))
                .isTrue();
        assertThat(client.chunk(url(begun).replaceFirst("token=.*", "token=wrong"), new byte[100], 0, 99)
                        .statusCode())
                .isEqualTo(404);
    }

    private int put(JsonObject begun, byte[] video, int first, int last) {
        return client.chunk(url(begun), video, first, last).statusCode();
    }

    private void sendBoth(JsonObject begun, byte[] video) {
        assertThat(put(begun, video, 0, CHUNK - 1)).isEqualTo(206);
        assertThat(put(begun, video, CHUNK, video.length - 1)).isEqualTo(201);
        awaitVerdict();
    }

    private Socket halfAChunk(JsonObject begun, int total, byte[] bytes) throws IOException {
        URI url = URI.create(url(begun));
        Socket socket = new Socket("127.0.0.1", url.getPort());
        OutputStream out = socket.getOutputStream();
        String head = "PUT " + url.getPath() + "?" + url.getQuery() + " HTTP/1.1\r\nHost: x\r\n"
                + "Expect: 100-continue\r\nContent-Type: video/mp4\r\nContent-Length: " + CHUNK
                + "\r\nContent-Range: bytes 0-"
                + (CHUNK - 1) + "/" + total + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        // The sandbox has taken this chunk up before the next one is sent on another connection.
        assertThat(socket.getInputStream().readNBytes(25)).asString().startsWith("HTTP/1.1 100");
        out.write(bytes);
        out.flush();
        return socket;
    }

    private static boolean isOver(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }
}
