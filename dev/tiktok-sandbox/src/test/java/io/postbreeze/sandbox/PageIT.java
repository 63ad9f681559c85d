package io.postbreeze.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.testkit.SampleVideo;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageIT extends Running {

    @Test
    void thePageShowsWhatWasPostedAndNothingOfItBecomesMarkup() {
        byte[] video = SampleVideo.bytes();
        JsonObject info = new JsonObject()
                .put("title", "<script>alert(1)</script> #slow @mother")
                .put("privacy_level", "SELF_ONLY")
                .put("brand_organic_toggle", true);
        JsonObject begun =
                client.init(token, info, video.length, video.length, 1).getJsonObject("data");
        client.chunk(url(begun), video, 0, video.length - 1);
        awaitVerdict();

        assertThat(get("/").body())
                .contains("@sandbox_creator", "@sandbox_private")
                .doesNotContain("<script>alert");
        assertThat(get("/@sandbox_creator/post/" + begun.getString("publish_id"))
                        .body())
                .contains(
                        "Promotional content", "#slow</b>", client.newestPost().getString("sha256"))
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-3, 206, 0, 4",
        "bytes=100-, 206, 100, 555130",
        "bytes=555129-999999, 206, 555129, 555130",
        "bytes=555130-, 416, 0, 0",
        "bytes=5-4, 416, 0, 0",
        "'', 200, 0, 555130"
    })
    void aPlayerGetsTheRangeItAsksFor(String range, int status, int from, int to) {
        byte[] video = SampleVideo.bytes();
        JsonObject begun = post("SELF_ONLY", video);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create(sandbox.baseUrl() + "/sandbox/posts/" + begun.getString("publish_id") + "/video"));
        HttpResponse<byte[]> answer = client.bytes(range.isEmpty() ? request : request.header("Range", range));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(video, from, to));
    }

    @Test
    void callsAreCountedByTheirAnswers() {
        begin("SELF_ONLY", 100, 100, 1);
        begin("SELF_ONLY", 100, 99, 1);

        assertThat(client.requests().getLong("POST /v2/post/publish/video/init/ 200 ok"))
                .isEqualTo(1);
        assertThat(client.requests().getLong("POST /v2/post/publish/video/init/ 400 invalid_params"))
                .isEqualTo(1);
    }

    @Test
    void theLedgerIsNarrowedByWhatIsAskedFor() {
        String publishId = begin("SELF_ONLY", 100, 100, 1).getString("publish_id");
        begin("SELF_ONLY", 100, 100, 1);

        assertThat(client.list("/sandbox/publishes?publishId=" + publishId)).hasSize(1);
        assertThat(client.list("/sandbox/publishes?openId=-000sandboxcreator0001"))
                .hasSize(2);
        assertThat(client.list("/sandbox/uploads?openId=nobody")).isEmpty();
        assertThat(client.list("/sandbox/creators")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(get("/sandbox/health").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path) {
        return client.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path)));
    }
}
