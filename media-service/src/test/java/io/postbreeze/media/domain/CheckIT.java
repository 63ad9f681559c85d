package io.postbreeze.media.domain;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.postbreeze.media.asset.FakeApiKeys;
import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.ObjectStoreResource;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(CheckIT.Short.class)
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "media"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(ObjectStoreResource.class)
class CheckIT {
    private static final byte[] JPEG =
            Arrays.copyOf(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}, 5_000);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch heldUp = new CountDownLatch(2);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aPhotoIsDescribedByWhatItsServerGives() {
        check(url("/ranges.jpg?signature=s3cret"))
                .body("url", equalTo(url("/ranges.jpg")))
                .body("accepted", equalTo(false))
                .body("reasons.code", equalTo(List.of("URL_NOT_HTTPS")))
                .body("resolvable", equalTo(true))
                .body("publicAddress", equalTo(true))
                .body("redirects", hasSize(0))
                .body("status", equalTo(206))
                .body("contentType", equalTo("image/jpeg"))
                .body("realType", equalTo("image/jpeg"))
                .body("kind", equalTo("PHOTO"))
                .body("sizeBytes", equalTo(JPEG.length))
                .body("acceptsRanges", equalTo(true));
        check(url("/plain.jpg")).body("status", equalTo(200)).body("acceptsRanges", equalTo(false));
    }

    @Test
    void everyHopIsTold() {
        check(url("/redirect"))
                .body("redirects.status", equalTo(List.of(302)))
                .body("redirects[0].to", equalTo(url("/plain.jpg")))
                .body("reasons.code", hasItem("URL_REDIRECTS"))
                .body("realType", equalTo("image/jpeg"));
        check(url("/loop")).body("redirects", hasSize(lessThan(7))).body("reasons.code", hasItem("URL_UNREACHABLE"));
        check(url("/to-metadata"))
                .body("publicAddress", equalTo(false))
                .body("status", nullValue())
                .body("reasons.code", hasItem("URL_NOT_PUBLIC"));
    }

    @ParameterizedTest
    @CsvSource({
        "/missing, URL_STATUS",
        "/page, URL_NOT_MEDIA",
        "/mislabelled.jpg, CONTENT_TYPE_WRONG",
        "/huge.jpg, TT_MEDIA_TOO_LARGE",
        "/drips, URL_TOO_SLOW",
        "/huge-headers, URL_UNREACHABLE"
    })
    void whatSpeaksAgainstAFileIsNamed(String path, String code) {
        check(url(path)).body("accepted", equalTo(false)).body("reasons.code", hasItem(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1/a.jpg", "https://192.168.1.1/a.jpg", "https://169.254.169.254/latest/meta-data/",
                "https://[fd00::1]/a.jpg", "https://[::ffff:10.0.0.1]/a.jpg", "https://[64:ff9b::a00:1]/a.jpg",
                "https://100.64.0.1/a.jpg", "https://0.0.0.0/a.jpg", "https://224.0.0.1/a.jpg"
            })
    void nothingIsSentToWhatIsNotPublic(String url) {
        check(url)
                .body("accepted", equalTo(false))
                .body("publicAddress", equalTo(false))
                .body("status", nullValue())
                .body("reasons.code", hasItem("URL_NOT_PUBLIC"))
                .body("reasons.code", hasItem("URL_NOT_A_DOMAIN"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense", "file:///etc/passwd", "gopher://10.0.0.1/", "https://user:secret@example.com/a.jpg",
                "https://0x7f.1/a.jpg", "https://2130706433/", "https://exa mple.com/", "https://a\r\nHost: b/",
                "javascript:alert(1)", "https://[::1%25lo]/"
            })
    void whatIsNeverAskedIsExplained(String url) {
        check(url)
                .body("accepted", equalTo(false))
                .body("status", nullValue())
                .body("reasons", not(hasSize(0)))
                .body("url", not(containsString("secret")));
    }

    @Test
    void aWorkspaceCannotBorrowUsForAScan() throws Exception {
        Future<?> one = threads.submit(() -> check(url("/held-up")));
        Future<?> two = threads.submit(() -> check(url("/held-up")));
        assertThat(heldUp.await(20, TimeUnit.SECONDS)).isTrue();

        asked(url("/plain.jpg")).statusCode(429).body("code", equalTo("TOO_MANY_CHECKS"));

        one.get(20, TimeUnit.SECONDS);
        two.get(20, TimeUnit.SECONDS);
        check(url("/plain.jpg")).body("status", equalTo(200));
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            switch (call.getRequestURI().getPath()) {
                case "/ranges.jpg" -> {
                    call.getResponseHeaders().add("Content-Range", "bytes 0-4095/" + JPEG.length);
                    send(call, 206, "image/jpeg", Arrays.copyOf(JPEG, 4_096));
                }
                case "/redirect" -> redirect(call, "/plain.jpg?token=s3cret");
                case "/loop" -> redirect(call, "/loop");
                case "/to-metadata" -> redirect(call, "http://169.254.169.254/latest/meta-data/");
                case "/missing" -> call.sendResponseHeaders(404, -1);
                case "/page" ->
                    send(call, 200, "image/jpeg", "<!DOCTYPE html><html></html>".getBytes(StandardCharsets.US_ASCII));
                case "/mislabelled.jpg" -> send(call, 200, "text/plain", JPEG);
                case "/huge.jpg" -> announce(call);
                case "/huge-headers" -> {
                    call.getResponseHeaders().add("X-Long", "x".repeat(40_000));
                    send(call, 200, "image/jpeg", JPEG);
                }
                case "/drips", "/held-up" -> drip(call);
                default -> send(call, 200, "image/jpeg", JPEG);
            }
        }
    }

    private static void send(HttpExchange call, int status, String type, byte[] bytes) throws IOException {
        call.getResponseHeaders().add("Content-Type", type);
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
    }

    private static void announce(HttpExchange call) throws IOException {
        call.getResponseHeaders().add("Content-Type", "image/jpeg");
        call.sendResponseHeaders(200, 21L << 20);
        call.getResponseBody().write(JPEG);
        call.getResponseBody().flush();
    }

    private static void redirect(HttpExchange call, String to) throws IOException {
        call.getResponseHeaders().add("Location", to);
        call.sendResponseHeaders(302, -1);
    }

    private void drip(HttpExchange call) throws IOException {
        call.sendResponseHeaders(200, JPEG.length);
        heldUp.countDown();
        OutputStream body = call.getResponseBody();
        try {
            for (byte next : JPEG) {
                if (closed.await(200, TimeUnit.MILLISECONDS)) {
                    return;
                }
                body.write(next);
                body.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static ValidatableResponse check(String url) {
        return asked(url).statusCode(200);
    }

    private static ValidatableResponse asked(String url) {
        return given().header("Authorization", "Bearer " + FakeApiKeys.OURS)
                .contentType(ContentType.JSON)
                .body(Map.of("url", url))
                .post("/api/v1/media/domain-check")
                .then();
    }

    /** Waits short, so that tests are. */
    public static final class Short implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "postbreeze.media.from-url.allow-loopback", "true",
                    "postbreeze.media.domains.check-timeout", "3s");
        }
    }
}
