package io.postbreeze.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.postbreeze.testkit.SampleVideo;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pulls at their limits: how much, how long, how many at once, and what is left when one is given up. */
class PullLimitsIT extends Running {
    private static final String VIDEO_INIT = "/v2/post/publish/video/init/";
    private static final String HOST = "https://media.example.test";

    private final Queue<String> hosts = new ConcurrentLinkedQueue<>();
    private final Queue<String> paths = new ConcurrentLinkedQueue<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private final CountDownLatch together = new CountDownLatch(4);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer web;

    @BeforeEach
    void serve() throws IOException {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.setExecutor(threads);
        web.createContext("/", this::answer);
        web.start();
        command(
                "/sandbox/hosts",
                new JsonObject()
                        .put("host", "media.example.test")
                        .put("target", "http://127.0.0.1:" + web.getAddress().getPort()));
        command(
                "/sandbox/verified-properties",
                new JsonObject().put("kind", "DOMAIN").put("value", "example.test"));
        settings("limits", false);
    }

    @AfterEach
    void close() {
        never.countDown();
        web.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange call) throws IOException {
        hosts.add(call.getRequestHeaders().getFirst("Host"));
        String path = call.getRequestURI().getPath();
        paths.add(path);
        try (call) {
            switch (path) {
                case "/stall" -> {
                    call.sendResponseHeaders(200, 1_000_000);
                    call.getResponseBody().write(new byte[10]);
                    call.getResponseBody().flush();
                    never.await();
                }
                case "/slow" -> {
                    if (!never.await(400, TimeUnit.MILLISECONDS)) {
                        send(call, new byte[10]);
                    }
                }
                case "/together.mp4" -> {
                    together.countDown();
                    together.await();
                    send(call, SampleVideo.bytes());
                }
                case "/large.jpg" -> send(call, new byte[25_000_000]);
                default -> send(call, SampleVideo.bytes());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange call, byte[] body) throws IOException {
        call.sendResponseHeaders(200, body.length);
        call.getResponseBody().write(body);
    }

    @Test
    void theHostIsAskedByItsPublicName() {
        awaitEnd(video("/ok.mp4?X-Signature=1"));
        awaitEnd(video(":8443/ok.mp4"));

        // Signed addresses cover this header, so one letter more or less breaks them.
        assertThat(hosts).containsExactly("media.example.test", "media.example.test:8443");
    }

    @Test
    void aPhotoThatIsMuchTooLargeIsToldLikeOneThatIsAByteTooLarge() {
        JsonObject entry = awaitEnd(photos("/large.jpg"));

        assertThat(entry.getString("failReason")).isEqualTo("picture_size_check_failed");
    }

    @Test
    void allPhotosOfACarouselShareOneTimeout() {
        settings("pullTimeoutMs", 700);

        JsonObject entry = awaitEnd(photos("/slow", "/slow", "/slow", "/slow"));

        assertThat(entry.getString("failReason")).isEqualTo("photo_pull_failed");
        assertThat(paths).hasSizeLessThan(4);
    }

    @Test
    void whatIsCancelledMakesRoomAtOnceAndLeavesNothing() throws IOException {
        List<String> stalled = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            stalled.add(video("/stall"));
        }
        Awaitility.await().until(() -> paths.size() == 8);
        String waiting = video("/never-asked-for.mp4");

        cancel(waiting);
        stalled.forEach(this::cancel);

        assertThat(awaitEnd(video("/ok.mp4")).getString("failReason")).isNull();
        assertThat(paths).doesNotContain("/never-asked-for.mp4");
        Awaitility.await().until(() -> files() == 1);
    }

    @Test
    void aResetEndsWhatIsUnderWay() {
        for (int i = 0; i < 8; i++) {
            video("/stall");
        }
        Awaitility.await().until(() -> paths.size() == 8);

        assertThat(client.send("POST", "/sandbox/reset", new JsonObject())).isEqualTo(204);

        token = client.accessToken("sandbox_creator");
        command(
                "/sandbox/hosts",
                new JsonObject()
                        .put("host", "media.example.test")
                        .put("target", "http://127.0.0.1:" + web.getAddress().getPort()));
        command(
                "/sandbox/verified-properties",
                new JsonObject().put("kind", "DOMAIN").put("value", "example.test"));
        assertThat(awaitEnd(video("/ok.mp4")).getString("failReason")).isNull();
    }

    @Test
    void ofPullsThatEndTogetherNoMoreArePostedThanADayAllows() {
        settings("postsPerDay", 1);
        List<String> begun = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            begun.add(video("/together.mp4"));
        }

        List<String> reasons = begun.stream()
                .map(id -> String.valueOf(awaitEnd(id).getString("failReason")))
                .sorted()
                .toList();

        String over = "spam_risk_too_many_posts";
        assertThat(reasons).containsExactly("null", over, over, over);
    }

    private String video(String path) {
        return begun(client.post(
                VIDEO_INIT,
                token,
                new JsonObject()
                        .put("post_info", new JsonObject().put("privacy_level", "SELF_ONLY"))
                        .put(
                                "source_info",
                                new JsonObject().put("source", "PULL_FROM_URL").put("video_url", HOST + path))));
    }

    private String photos(String... paths) {
        JsonArray urls =
                new JsonArray(Arrays.stream(paths).map(path -> HOST + path).toList());
        return begun(client.post(
                "/v2/post/publish/content/init/",
                token,
                new JsonObject()
                        .put("media_type", "PHOTO")
                        .put("post_mode", "DIRECT_POST")
                        .put("post_info", new JsonObject().put("privacy_level", "SELF_ONLY"))
                        .put(
                                "source_info",
                                new JsonObject()
                                        .put("source", "PULL_FROM_URL")
                                        .put("photo_images", urls)
                                        .put("photo_cover_index", 0))));
    }

    private static String begun(JsonObject answer) {
        assertThat(Client.code(answer)).isEqualTo("200 ok");
        return answer.getJsonObject("data").getString("publish_id");
    }

    private void cancel(String publishId) {
        JsonObject body = new JsonObject().put("publish_id", publishId);
        assertThat(Client.code(client.post("/v2/post/publish/cancel/", token, body)))
                .isEqualTo("200 ok");
    }

    /** The ledger's entry once a pull has ended one way or the other. */
    private JsonObject awaitEnd(String publishId) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(
                        () -> client.list("/sandbox/publishes?publishId=" + publishId)
                                .getJsonObject(0),
                        entry -> entry.getValue("receivedAt") != null || entry.getValue("failReason") != null)
                .copy()
                .mergeIn(settled(publishId));
    }

    private JsonObject settled(String publishId) {
        clock.advance(Duration.ofSeconds(2));
        return client.list("/sandbox/publishes?publishId=" + publishId).getJsonObject(0);
    }

    private long files() throws IOException {
        try (Stream<Path> found = Files.list(directory.resolve("media"))) {
            return found.count();
        }
    }

    private void settings(String name, Object value) {
        command("/sandbox/settings", new JsonObject().put(name, value));
    }

    private void command(String path, JsonObject body) {
        assertThat(client.send("POST", path, body)).isBetween(200, 204);
    }
}
