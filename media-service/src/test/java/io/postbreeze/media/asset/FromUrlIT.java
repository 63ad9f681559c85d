package io.postbreeze.media.asset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.ObjectStoreResource;
import io.postbreeze.testkit.PostgresResource;
import io.postbreeze.testkit.SampleVideo;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(FromUrlIT.Impatient.class)
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "media"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(ObjectStoreResource.class)
class FromUrlIT {
    @ConfigProperty(name = "postbreeze.service-token")
    String serviceToken;

    @Inject
    Pool database;

    @Inject
    FetchMedia fetches;

    private FileHost host;

    @BeforeEach
    void start() throws IOException {
        host = FileHost.start();
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void aVideoBehindAUrlIsReadyWhenTheAnswerComes() {
        String id = fromUrl(Map.of(
                        "url", host.url("/My%20clip.mp4?signature=s3cret"), "type", "VIDEO", "altText", "A duck"))
                .statusCode(201)
                .body("status", equalTo("READY"))
                .body("kind", equalTo("VIDEO"))
                .body("mimeType", equalTo("video/mp4"))
                .body("filename", equalTo("My clip.mp4"))
                .body("bytes", equalTo(SampleVideo.bytes().length))
                .body("altText", equalTo("A duck"))
                .body("rejection", nullValue())
                .extract()
                .path("id");

        resolve(id).body("media[0].status", equalTo("READY")).body("media[0].videoCodec", equalTo("h264"));
    }

    @Test
    void aFileOfManyPartsArrivesWholeAlsoByChunks() {
        fromUrl(Map.of("url", host.url("/long.mp4")))
                .statusCode(201)
                .body("status", equalTo("READY"))
                .body("bytes", equalTo(FileHost.LONG_BYTES));
    }

    @ParameterizedTest
    @CsvSource({
        "/page, MEDIA_URL_NOT_MEDIA, a web page",
        "/json, MEDIA_URL_NOT_MEDIA, Name the address of the file itself",
        "/empty, MEDIA_EMPTY, no bytes",
        "/missing, MEDIA_URL_STATUS, 404",
        "/private, MEDIA_URL_STATUS, sign-in",
        "/broken, MEDIA_URL_STATUS, try again later",
        "/loop, MEDIA_URL_UNREACHABLE, redirects more than 5 times",
        "/to-metadata, MEDIA_URL_FORBIDDEN, not on the public internet",
        "/to-file, MEDIA_URL_FORBIDDEN, https",
        "/huge-photo, TT_MEDIA_TOO_LARGE, 20 MB",
        "/endless-photo, TT_MEDIA_TOO_LARGE, 20 MB",
        "/huge-video, TT_MEDIA_TOO_LARGE, 500 MB",
        "/cut-off.mp4, MEDIA_URL_UNREACHABLE, broke after",
        "/stalls.mp4, MEDIA_URL_TOO_SLOW, Nothing more came",
        "/avi, MEDIA_FORMAT_UNSUPPORTED, AVI",
        "/huge-headers, MEDIA_URL_UNREACHABLE, hung up",
        "/gzip, MEDIA_URL_NOT_MEDIA, no known media format"
    })
    void whatCannotBeHadIsSaidWithItsReason(String path, String code, String message) {
        refused(host.url(path), code, message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/a.mp4",
                "http://192.168.1.1/a.mp4",
                "http://169.254.169.254/latest/meta-data/",
                "http://[fd00::1]/a.mp4",
                "http://[fe80::1]/a.mp4",
                "http://[64:ff9b::a00:1]/a.mp4",
                "http://0.0.0.0/a.mp4",
                "http://100.64.0.1/a.mp4",
                "http://2130706433/a.mp4",
                "http://0x7f.1/a.mp4",
                "ftp://example.com/a.mp4",
                "file:///etc/passwd",
                "https://user:password@example.com/a.mp4",
                "http://224.0.0.1/a.mp4"
            })
    void nothingIsFetchedFromWithin(String url) {
        refused(url, "MEDIA_URL_FORBIDDEN", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clip.mp4", "https://exa mple.com/", "mailto:someone@example.com"})
    void whatIsNoUrlIsSaidToBeNone(String url) {
        refused(url, "MEDIA_URL_INVALID", "no URL");
    }

    @Test
    void redirectsAreFollowedAndTheNameComesFromTheFirstUrl() {
        fromUrl(Map.of("url", host.url("/to-clip/holiday.mp4#t=10")))
                .statusCode(201)
                .body("status", equalTo("READY"))
                .body("filename", equalTo("holiday.mp4"));
    }

    @Test
    void anInternalQuestionIsAnsweredPerItemInOrder() {
        ingest(host.url("/page"), host.url("/clip.mp4"), "http://10.0.0.1/")
                .statusCode(200)
                .body("media.status", equalTo(List.of("REJECTED", "READY", "REJECTED")))
                .body("media[0].rejection.code", equalTo("MEDIA_URL_NOT_MEDIA"))
                .body("media[1].rejection", nullValue())
                .body("media[2].rejection.code", equalTo("MEDIA_URL_FORBIDDEN"));
    }

    @Test
    void whatTakesLongGoesOnBehindTheAnswer() {
        String id = fromUrl(Map.of("url", host.url("/gated.mp4")))
                .statusCode(202)
                .body("status", equalTo("PROCESSING"))
                .extract()
                .path("id");
        resolve(id).body("media[0].status", equalTo("NOT_UPLOADED"));

        host.open();

        await().untilAsserted(() -> show(id).body("status", equalTo("READY")));
    }

    @Test
    void dripsAreNotWaitedForForEver() {
        String id = fromUrl(Map.of("url", host.url("/drips.mp4")))
                .statusCode(202)
                .extract()
                .path("id");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> show(id).body("status", equalTo("REJECTED"))
                        .body("rejection.code", equalTo("MEDIA_URL_TOO_SLOW")));
    }

    @Test
    void aFetchThatACrashEndedIsGivenUp() throws Throwable {
        String id = ingest(host.url("/page")).extract().path("media[0].mediaId");
        sql("update media_assets set status = 'PROCESSING', fetch_failure = null, fetch_message = null,"
                + " fetch_until = now() - interval '1 second' where id = '" + id + "'");

        VertxContextSupport.subscribeAndAwait(fetches::giveUp);

        show(id).body("status", equalTo("REJECTED")).body("rejection.code", equalTo("MEDIA_URL_INTERRUPTED"));
        resolve(id).body("media[0].status", equalTo("REJECTED"));
    }

    @Test
    void aFileThatIsCutGoesOnFromTheByteItHas() {
        fromUrl(Map.of("url", host.url("/cut-at-70.mp4")))
                .statusCode(201)
                .body("status", equalTo("READY"))
                .body("bytes", equalTo(FileHost.LONG_BYTES));

        assertThat(host.asked()).isEqualTo(2);
        // What was under way when it was cut is sent again, and no more.
        assertThat(host.sent()).isBetween((long) FileHost.LONG_BYTES, FileHost.LONG_BYTES + (2L << 20));
    }

    @Test
    void aFileThatIsReplacedMeanwhileIsNotPutTogetherOfTwo() {
        refused(host.url("/replaced.mp4"), "MEDIA_URL_UNREACHABLE", "broke after");

        assertThat(host.asked()).isEqualTo(2);
    }

    @Test
    void aFileThatArrivedBeforeTheCrashIsFound() {
        String id = fromUrl(Map.of("url", host.url("/clip.mp4"))).extract().path("id");
        sql("update media_assets set status = 'PROCESSING', etag = null, size_bytes = null, inspected_at = null,"
                + " kind = null, container = null, video_codec = null, audio_codec = null, duration_ms = null,"
                + " width = null, height = null, rotation = null, frame_rate = null, faststart = null,"
                + " fetch_until = now() where id = '" + id + "'");

        show(id).body("status", equalTo("READY"));
    }

    @Test
    void wrongFieldsAreNamedAndNothingIsFetchedForStrangers() {
        fromUrl(Map.of("type", "hologram")).statusCode(400).body("details.path", equalTo(List.of("url", "type")));
        fromUrl(Map.of("url", host.url("/clip.mp4"), "workspaceId", FakeApiKeys.THEIR_WORKSPACE))
                .statusCode(404);
        given().contentType(ContentType.JSON)
                .body(Map.of("url", host.url("/clip.mp4")))
                .post("/api/v1/media/from-url")
                .then()
                .statusCode(401);
        assertThat(host.asked()).isZero();
    }

    private void refused(String url, String code, String message) {
        fromUrl(Map.of("url", url))
                .statusCode(422)
                .body("code", equalTo(code))
                .body("message", containsString(message))
                .body("details[0].path", equalTo("url"));
    }

    private void sql(String statement) {
        database.query(statement).executeAndAwait();
    }

    private static ValidatableResponse fromUrl(Map<String, ?> body) {
        return given().header("Authorization", "Bearer " + FakeApiKeys.OURS)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/media/from-url")
                .then();
    }

    private ValidatableResponse ingest(String... urls) {
        List<Map<String, String>> items =
                Stream.of(urls).map(url -> Map.of("url", url)).toList();
        return internal("ingest", Map.of("items", items));
    }

    private ValidatableResponse resolve(String id) {
        return internal("resolve", Map.of("mediaIds", List.of(id)));
    }

    private ValidatableResponse internal(String what, Map<String, ?> question) {
        Map<String, Object> body = new HashMap<>(question);
        body.put("workspaceId", FakeApiKeys.OUR_WORKSPACE);
        return given().header("Authorization", "Bearer " + serviceToken)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/internal/v1/media/" + what)
                .then();
    }

    private static ValidatableResponse show(String id) {
        return given().header("Authorization", "Bearer " + FakeApiKeys.OURS)
                .get("/api/v1/media/" + id)
                .then();
    }

    /** Waits short, so that tests are. */
    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "postbreeze.media.from-url.allow-loopback", "true",
                    "postbreeze.media.from-url.idle-timeout", "1500ms",
                    "postbreeze.media.from-url.total-timeout", "12s",
                    "postbreeze.media.from-url.patience", "8s");
        }
    }
}
