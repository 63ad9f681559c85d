package io.postbreeze.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.postbreeze.testkit.SampleVideo;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Carousels, inbox items and pulled videos, fetched from a real web server. */
class PullIT extends Running {
    private static final String VIDEO_INIT = "/v2/post/publish/video/init/";
    private static final String CONTENT_INIT = "/v2/post/publish/content/init/";
    private static final String INBOX_INIT = "/v2/post/publish/inbox/video/init/";
    private static final String PHOTO = "https://media.example.test/ok.jpg";

    private final AtomicInteger stalls = new AtomicInteger();
    private final CountDownLatch stalled = new CountDownLatch(1);
    private HttpServer web;

    @BeforeEach
    void serve() throws IOException {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.setExecutor(Executors.newCachedThreadPool());
        web.createContext("/", this::answer);
        web.start();
        command(
                "/sandbox/hosts",
                "{\"host\":\"media.example.test\",\"target\":\"http://127.0.0.1:%d\"}"
                        .formatted(web.getAddress().getPort()));
        command("/sandbox/verified-properties", "{\"kind\":\"DOMAIN\",\"value\":\"example.test\"}");
    }

    @AfterEach
    void close() {
        stalled.countDown();
        web.stop(0);
    }

    private void answer(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        switch (path) {
            case "/ok.jpg" -> send(call, 200, jpeg(1080, 1920));
            case "/wide.jpg" -> send(call, 200, jpeg(1081, 1440));
            case "/page.jpg" ->
                send(call, 200, "<html>not a photo</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            case "/moved.jpg" -> {
                call.getResponseHeaders().add("Location", PHOTO);
                send(call, 302, new byte[0]);
            }
            case "/ok.mp4" -> send(call, 200, SampleVideo.bytes());
            case "/short.jpg" -> {
                call.sendResponseHeaders(200, 1_000_000);
                call.getResponseBody().write(new byte[10]);
                call.close();
            }
            case "/stall-once.mp4" -> {
                if (stalls.incrementAndGet() > 1) {
                    send(call, 200, SampleVideo.bytes());
                } else {
                    stall(call);
                }
            }
            case "/stall.mp4" -> stall(call);
            default -> send(call, 404, new byte[0]);
        }
    }

    private void stall(HttpExchange call) throws IOException {
        call.sendResponseHeaders(200, 1_000_000);
        call.getResponseBody().write(new byte[10]);
        call.getResponseBody().flush();
        try {
            stalled.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        call.close();
    }

    @Test
    void aCarouselIsFetchedInItsOrderAndPosted() {
        JsonObject begun = photos("DIRECT_POST", List.of(PHOTO + "?sig=secret", PHOTO), 1);
        JsonObject through = awaitSettled(begun);

        assertThat(begun.getString("publish_id")).startsWith("p_pub_url~v2.");
        assertThat(through.getString("status")).isEqualTo("PUBLISH_COMPLETE");
        assertThat(through.getLong("downloaded_bytes")).isPositive();
        JsonObject entry = client.newestPost();
        assertThat(entry.getString("kind")).isEqualTo("PHOTO");
        assertThat(entry.getString("title")).isEqualTo("two photos");
        assertThat(entry.getInteger("photoCoverIndex")).isEqualTo(1);
        assertThat(entry.getBoolean("autoAddMusic")).isTrue();
        assertThat(entry.getBoolean("aiGenerated")).isTrue();
        assertThat(entry.getJsonArray("media")).hasSize(2);
        assertThat(entry.getJsonArray("media").getJsonObject(0).getString("url"))
                .isEqualTo(PHOTO);
        assertThat(entry.getJsonArray("media").getJsonObject(1).getInteger("height"))
                .isEqualTo(1920);
    }

    @ParameterizedTest
    @CsvSource({
        "wide.jpg, picture_size_check_failed",
        "page.jpg, file_format_check_failed",
        "moved.jpg, photo_pull_failed",
        "missing.jpg, photo_pull_failed",
        "short.jpg, photo_pull_failed"
    })
    void oneBadPhotoFailsTheWholeCarousel(String name, String reason) {
        JsonObject begun = photos("DIRECT_POST", List.of(PHOTO, "https://media.example.test/" + name), 0);

        JsonObject failed = awaitSettled(begun);

        assertThat(failed.getString("status")).isEqualTo("FAILED");
        assertThat(failed.getString("fail_reason")).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "http://media.example.test/ok.mp4",
        "https://127.0.0.1/ok.mp4",
        "https://[::1]/ok.mp4",
        "https://example.com/ok.mp4",
        "https://user@media.example.test/ok.mp4",
        "https://localhost/ok.mp4"
    })
    void whatIsNotOwnedIsRefusedByTheInit(String url) {
        assertThat(Client.code(client.post(VIDEO_INIT, token, video(url)))).isEqualTo("403 url_ownership_unverified");
        assertThat(client.list("/sandbox/publishes")).isEmpty();
    }

    @Test
    void aVideoIsFetchedAndPosted() throws Exception {
        JsonObject begun = client.post(VIDEO_INIT, token, video("https://media.example.test/ok.mp4"))
                .getJsonObject("data");

        assertThat(begun.containsKey("upload_url")).isFalse();
        assertThat(awaitSettled(begun).getString("status")).isEqualTo("PUBLISH_COMPLETE");
        assertThat(client.newestPost().getString("sha256")).isEqualTo(sha256(SampleVideo.bytes()));
    }

    @Test
    void aHostThatStallsIsGivenUpInTime() {
        command("/sandbox/settings", "{\"pullTimeoutMs\":300}");
        JsonObject begun = client.post(VIDEO_INIT, token, video("https://media.example.test/stall.mp4"))
                .getJsonObject("data");

        assertThat(awaitSettled(begun).getString("fail_reason")).isEqualTo("video_pull_failed");
    }

    @Test
    void aPullCanBeCancelledAndAFinishedPostCannot() {
        JsonObject begun = client.post(VIDEO_INIT, token, video("https://media.example.test/stall.mp4"))
                .getJsonObject("data");
        assertThat(status(begun).getString("status")).isEqualTo("PROCESSING_DOWNLOAD");
        JsonObject body = new JsonObject().put("publish_id", begun.getString("publish_id"));

        assertThat(Client.code(client.post("/v2/post/publish/cancel/", token, body)))
                .isEqualTo("200 ok");

        assertThat(status(begun).getString("fail_reason")).isEqualTo("publish_cancelled");
        assertThat(Client.code(client.post("/v2/post/publish/cancel/", token, body)))
                .isEqualTo("400 publish_not_cancellable");
    }

    @Test
    void aHostThatCannotBeFoundFailsThePull() {
        JsonObject begun = client.post(VIDEO_INIT, token, video("https://nowhere.example.test/ok.mp4"))
                .getJsonObject("data");

        assertThat(begun.getString("publish_id")).startsWith("v_pub_url~v2-1.");
        assertThat(awaitSettled(begun).getString("fail_reason")).isEqualTo("video_pull_failed");
    }

    @Test
    void aPullThatARestartInterruptsBeginsAgain() {
        JsonObject begun = client.post(VIDEO_INIT, token, video("https://media.example.test/stall-once.mp4"))
                .getJsonObject("data");
        Awaitility.await().until(stalls::get, count -> count == 1);
        sandbox.close();
        sandbox = Sandbox.start(
                SandboxConfig.fromEnvironment(Map.of(
                        "SANDBOX_PORT",
                        "0",
                        "SANDBOX_DATA_DIR",
                        directory.toString(),
                        "SANDBOX_HOSTS",
                        "media.example.test=http://127.0.0.1:"
                                + web.getAddress().getPort())),
                clock);
        client = new Client(sandbox.baseUrl());

        assertThat(awaitSettled(begun).getString("status")).isEqualTo("PUBLISH_COMPLETE");
    }

    @Test
    void anInboxItemWaitsForItsCreator() {
        JsonObject begun = photos("MEDIA_UPLOAD", List.of(PHOTO), 0);
        assertThat(awaitSettled(begun).getString("status")).isEqualTo("SEND_TO_USER_INBOX");
        assertThat(client.list("/sandbox/posts")).isEmpty();

        command("/sandbox/publishes/" + begun.getString("publish_id") + "/complete", "{\"posts\":2}");
        clock.advance(Duration.ofSeconds(1));

        assertThat(status(begun).getString("status")).isEqualTo("PUBLISH_COMPLETE");
        assertThat(status(begun).getJsonArray("publicaly_available_post_id")).hasSize(2);
    }

    @Test
    void fiveItemsMayWaitInTheInbox() {
        for (int i = 0; i < 5; i++) {
            assertThat(Client.code(client.post(INBOX_INIT, token, uploadSource())))
                    .isEqualTo("200 ok");
        }
        clock.advance(Duration.ofMinutes(2));

        assertThat(Client.code(client.post(INBOX_INIT, token, uploadSource())))
                .isEqualTo("403 spam_risk_too_many_pending_share");
        // Those whose bytes never came fail after their hour, and no longer wait.
        clock.advance(Duration.ofHours(1));
        assertThat(Client.code(client.post(INBOX_INIT, token, uploadSource()))).isEqualTo("200 ok");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 400", "36, 0, 400", "35, 35, 400", "35, 34, 200", "1, -1, 400"})
    void aCarouselHasOneToThirtyFivePhotosAndACoverAmongThem(int count, int cover, int status) {
        List<String> urls = IntStream.range(0, count)
                .mapToObj(i -> "https://media.example.test/missing" + i + ".jpg")
                .toList();

        assertThat(client.post(CONTENT_INIT, token, carousel("DIRECT_POST", urls, cover))
                        .getInteger("http"))
                .isEqualTo(status);
    }

    private JsonObject photos(String mode, List<String> urls, int cover) {
        JsonObject answer = client.post(CONTENT_INIT, token, carousel(mode, urls, cover));
        assertThat(Client.code(answer)).isEqualTo("200 ok");
        return answer.getJsonObject("data");
    }

    private static JsonObject carousel(String mode, List<String> urls, int cover) {
        return new JsonObject()
                .put("media_type", "PHOTO")
                .put("post_mode", mode)
                .put("is_aigc", true)
                .put(
                        "post_info",
                        new JsonObject()
                                .put("title", "two photos")
                                .put("description", "of one thing")
                                .put("privacy_level", "PUBLIC_TO_EVERYONE")
                                .put("auto_add_music", true))
                .put(
                        "source_info",
                        new JsonObject()
                                .put("source", "PULL_FROM_URL")
                                .put("photo_images", new JsonArray(urls))
                                .put("photo_cover_index", cover));
    }

    private static JsonObject video(String url) {
        return new JsonObject()
                .put("post_info", new JsonObject().put("privacy_level", "PUBLIC_TO_EVERYONE"))
                .put(
                        "source_info",
                        new JsonObject().put("source", "PULL_FROM_URL").put("video_url", url));
    }

    private static JsonObject uploadSource() {
        return new JsonObject()
                .put(
                        "source_info",
                        new JsonObject()
                                .put("source", "FILE_UPLOAD")
                                .put("video_size", 100)
                                .put("chunk_size", 100)
                                .put("total_chunk_count", 1));
    }

    /** The status once the bytes are in or given up, and processing is over. */
    private JsonObject awaitSettled(JsonObject begun) {
        String path = "/sandbox/publishes?publishId=" + begun.getString("publish_id");
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            JsonObject entry = client.list(path).getJsonObject(0);
            return entry.getValue("receivedAt") != null
                    || entry.getString("status").equals("FAILED");
        });
        clock.advance(Duration.ofSeconds(2));
        return status(begun);
    }

    private void command(String path, String body) {
        assertThat(client.send("POST", path, new JsonObject(body))).isBetween(200, 204);
    }

    private static void send(HttpExchange call, int status, byte[] body) throws IOException {
        call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            call.getResponseBody().write(body);
        }
        call.close();
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        return bytes.toByteArray();
    }
}
