package io.postbreeze.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.sandbox.state.Medium;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.PostInfo;
import io.postbreeze.testkit.ManualClock;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages say, read as text. */
class PagesIT {
    private static final String HOSTILE =
            "</p><script>alert(1)</script><img src=x onerror=alert(2)> \"'& #über_öl @max.muster.";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Medium SMALL = new Medium(0, null, 1, Scene.HASH, "video/mp4", 1_000, 540, 960);

    @TempDir
    Path directory;

    private final ManualClock clock = ManualClock.at("2026-12-01T12:00:00Z");
    private Scene scene;
    private Sandbox sandbox;
    private Client client;

    @BeforeEach
    void start() {
        scene = new Scene(directory, clock);
    }

    @AfterEach
    void stop() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Test
    void nothingThatAClientSaysBecomesMarkup() throws IOException {
        Post video = scene.video(Scene.CREATOR, Scene.info(HOSTILE, Scene.PUBLIC), HOUR);
        Post photos = scene.photos(Scene.CREATOR, Scene.carousel(HOSTILE, HOSTILE, 0), HOUR, Scene.pictures(2));
        scene.unfinished(Scene.CREATOR, HOSTILE, "<b>reason</b>", 0);
        open();
        assertThat(client.send("PATCH", "/sandbox/creators/sandbox_creator", displayName("<script>x</script>")))
                .isEqualTo(200);

        for (String path : new String[] {"/", "/@sandbox_creator", of(video), of(photos), "/@" + "%3Cscript%3E"}) {
            assertThat(page(path))
                    .doesNotContain("<script>", "<img src=x", "<b>reason")
                    .contains("<main");
        }
        assertThat(page(of(video)))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("<b class=\"hash\">#über_öl</b> <b class=\"mention\">@max.muster</b>.");
    }

    @ParameterizedTest
    @CsvSource({
        "false, true, false, Promotional content",
        "true, false, false, Paid partnership",
        "true, true, false, Paid partnership",
        "false, false, true, AI-generated"
    })
    void viewersAreToldWhatAPostIs(boolean brandContent, boolean brandOrganic, boolean ai, String label)
            throws IOException {
        Post post = scene.video(Scene.CREATOR, labelled(brandContent, brandOrganic, ai), HOUR);
        open();
        String page = page(of(post));

        assertThat(page).contains("<span class=\"label\">" + label + "</span>");
        assertThat(page.split("class=\"label\"")).hasSize(2);
    }

    @Test
    void aPostThatOnlyItsCreatorSeesIsLockedAndHasNoNumbers() throws IOException {
        Post post = scene.video(Scene.CREATOR, Scene.info("secret", "SELF_ONLY"), HOUR);
        open();

        assertThat(page(of(post)))
                .contains("Only me", "SELF_ONLY", "none before it is public", "Comments on", "On the profile")
                .doesNotContain("class=\"numbers\"");
        assertThat(page("/@sandbox_creator")).contains("only me").doesNotContain("class=\"views\"");
    }

    @Test
    void aPublicVideoHasAPlayerNumbersAndFacts() throws IOException {
        Post post = scene.video(Scene.CREATOR, Scene.info("hello", Scene.PUBLIC), HOUR);
        open();

        assertThat(page(of(post)))
                .contains("<video controls", "/sandbox/publishes/" + post.publishId() + "/media/0#t=0.1")
                .contains("views", "likes", "comments", "shares", "Original sound")
                .contains(post.publishId(), String.valueOf(post.postId()), Scene.HASH, "540 × 960", "0:12")
                .contains("Everyone", "Duet on", "Re-sent");
        assertThat(page("/@sandbox_creator/video/" + post.postId())).isEqualTo(page(of(post)));
        assertThat(get("/@sandbox_creator/photo/" + post.postId()).statusCode()).isEqualTo(404);
        assertThat(get("/@sandbox_private/video/" + post.postId()).statusCode()).isEqualTo(404);
    }

    @Test
    void aCarouselShowsItsPhotosInOrderWithTheChosenCover() throws IOException {
        Post post = scene.photos(Scene.CREATOR, Scene.carousel("Autumn", "leaves", 2), HOUR, Scene.pictures(3));
        scene.drop(post, 1);
        open();

        assertThat(page(of(post)))
                .contains("Photo 1 of 3", "Photo 3 of 3", "No longer kept", "photo 3", "Autumn")
                .contains("aria-roledescription=\"carousel\"", "Recommended music", "Duet off", "Pulled from a URL")
                .doesNotContain("Photo 2 of 3");
        assertThat(page("/@sandbox_creator")).contains("/media/2\"").doesNotContain("/media/0\"");
        assertThat(page("/@sandbox_creator/photo/" + post.postId())).contains("Autumn");
    }

    @Test
    void mediaThatAreNoLongerKeptAreGoneAndNotMissing() throws IOException {
        Post post = scene.video(Scene.CREATOR, Scene.info("old", Scene.PUBLIC), HOUR);
        scene.drop(post, 0);
        open();

        assertThat(page(of(post))).contains("No longer kept").doesNotContain("<video");
        assertThat(page("/@sandbox_creator")).contains("not kept").doesNotContain("<video");
        assertThat(get("/sandbox/publishes/" + post.publishId() + "/media/0").statusCode())
                .isEqualTo(410);
        assertThat(get("/sandbox/publishes/" + post.publishId() + "/media/1").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsNotOnTheProfileIsListedBeneathItWithItsReason() throws IOException {
        Post failed = scene.unfinished(Scene.CREATOR, "broken", "duration_check_failed", 48_000_000);
        Post receiving = scene.unfinished(Scene.CREATOR, "half", null, 12_000_000);
        open();

        assertThat(page("/@sandbox_creator"))
                .contains("Not on the profile", "Failed", "duration_check_failed", "Receiving", "12.0 MB of 48.0 MB")
                .contains("No posts on this profile yet");
        assertThat(page(of(failed))).contains("This post failed", "duration_check_failed");
        assertThat(page(of(receiving))).contains("Waiting for its bytes", "max=\"48000000\" value=\"12000000\"");
        assertThat(page("/")).contains("<b>2</b> not");
    }

    @Test
    void aLongProfileHasSeveralPages() throws IOException {
        for (int i = 0; i < 61; i++) {
            scene.video(Scene.CREATOR, Scene.info("post", Scene.PUBLIC), HOUR.plusMinutes(i), new byte[] {1}, SMALL);
        }
        open();

        assertThat(page("/@sandbox_creator").split("class=\"tile\"")).hasSize(61);
        assertThat(page("/@sandbox_creator")).contains(">Older</a>").doesNotContain(">Newer</a>");
        assertThat(page("/@sandbox_creator?page=2").split("class=\"tile\"")).hasSize(2);
        assertThat(page("/@sandbox_creator?page=999")).contains(">Newer</a>").doesNotContain(">Older</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/@nobody",
                "/@sandbox_creator/post/none",
                "/@sandbox_creator/video/1",
                "/@x/y/z",
                "/@-000sandboxcreator0001"
            })
    void whatDoesNotExistHasAPageThatSaysSo(String path) {
        open();
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is nothing here", "href=\"/\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/@sandbox_creator", "/operator", "/@nobody"})
    void noPageRunsForeignScriptsOrCanBeFramed(String path) {
        open();
        HttpResponse<String> answer = get(path);

        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.body()).doesNotContain("<style", "style=", "onclick", "https://");
    }

    @Test
    void stylesAndScriptsAreKeptByBrowsersForAsLongAsTheyAreTheSame() {
        open();
        String address = page("/").replaceAll("(?s).*href=\"(/pages/look.css[^\"]*)\".*", "$1");
        HttpResponse<String> versioned = get(address);
        HttpResponse<String> plain = get("/pages/operator-tools.js");
        String tag = header(plain, "ETag");

        assertThat(header(versioned, "Cache-Control")).contains("immutable");
        assertThat(header(versioned, "Content-Type")).startsWith("text/css");
        assertThat(header(plain, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(plain, "Content-Type")).startsWith("text/javascript");
        assertThat(client.send(request("/pages/operator-tools.js").header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);
        assertThat(get("/pages/operator.html").statusCode()).isEqualTo(404);
        assertThat(get("/pages/..%2Flook.css").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example, 403",
        "null, 403",
        "http://127.0.0.1:1, 403",
        "http://[, 403",
        "OWN, 204",
        "NONE, 204"
    })
    void onlyItsOwnPagesAndProgramsSteerIt(String origin, int status) {
        open();
        HttpRequest.Builder request = request("/sandbox/reset").POST(HttpRequest.BodyPublishers.ofString("{}"));
        if (!origin.equals("NONE")) {
            request.header("Origin", origin.equals("OWN") ? sandbox.baseUrl() : origin);
        }

        assertThat(client.send(request).statusCode()).isEqualTo(status);
    }

    @Test
    void theConsentFormMayLeadBackToTheAppAndNoOtherFormLeadsAway() {
        open();
        HttpResponse<String> consent = get("/v2/auth/authorize/?client_key=other");

        assertThat(header(consent, "Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("form-action");
        assertThat(header(get("/operator"), "Content-Security-Policy")).contains("form-action 'self'");
    }

    @Test
    void aForeignSiteCanNotApproveInTheNameOfACreator() {
        open();
        HttpRequest.Builder request = request("/v2/auth/authorize/?client_key=sandbox-client-key")
                .header("Origin", "https://evil.example")
                .POST(HttpRequest.BodyPublishers.ofString("decision=approve"));

        assertThat(client.send(request).statusCode()).isEqualTo(403);
    }

    private void open() {
        sandbox = Sandbox.start(SandboxConfig.forTests(directory), clock);
        client = new Client(sandbox.baseUrl());
    }

    private static String of(Post post) {
        return "/@sandbox_creator/post/" + post.publishId();
    }

    private static PostInfo labelled(boolean brandContent, boolean brandOrganic, boolean ai) {
        return new PostInfo(
                "x", null, Scene.PUBLIC, false, false, false, false, brandContent, brandOrganic, ai, null, null);
    }

    private static JsonObject displayName(String name) {
        return new JsonObject().put("displayName", name);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private String page(String path) {
        return get(path).body();
    }

    private HttpResponse<String> get(String path) {
        return client.send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path));
    }
}
