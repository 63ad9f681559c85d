package io.postbreeze.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postbreeze.testkit.SampleVideo;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsIT extends Running {
    private static final String INIT = "/v2/post/publish/video/init/";

    @Test
    void theNamedCallIsRefusedAndHasNoEffect() {
        arm(new JsonObject().put("endpoint", INIT).put("nth", 2).put("action", "status"));

        assertThat(Client.code(client.init(token, "SELF_ONLY", 100, 100, 1))).isEqualTo("200 ok");
        assertThat(Client.code(client.init(token, "SELF_ONLY", 100, 100, 1))).isEqualTo("503 internal_error");
        assertThat(Client.code(client.init(token, "SELF_ONLY", 100, 100, 1))).isEqualTo("200 ok");
        assertThat(client.list("/sandbox/publishes")).hasSize(2);
        JsonObject fault = client.list("/sandbox/faults").getJsonObject(0);
        assertThat(fault.getLong("seen")).isEqualTo(3);
        assertThat(fault.getLong("struck")).isEqualTo(1);
    }

    @Test
    void aReplyIsLostAfterItsEffect() {
        byte[] video = SampleVideo.bytes();
        JsonObject begun = begin("SELF_ONLY", video.length, video.length, 1);
        arm(new JsonObject().put("endpoint", "/video/").put("action", "drop-reply"));

        assertThatThrownBy(() -> client.chunk(url(begun), video, 0, video.length - 1))
                .isInstanceOf(IllegalStateException.class);
        assertThat(status(begun).getLong("uploaded_bytes")).isEqualTo(video.length);
    }

    @Test
    void aConnectionBreaksWithinTheBody() {
        byte[] video = SampleVideo.bytes();
        JsonObject begun = begin("SELF_ONLY", video.length, video.length, 1);
        arm(new JsonObject()
                .put("endpoint", "/video/")
                .put("action", "reset-after-bytes")
                .put("bytes", 300_000));

        assertThatThrownBy(() -> client.chunk(url(begun), video, 0, video.length - 1))
                .isInstanceOf(IllegalStateException.class);
        assertThat(status(begun).getLong("uploaded_bytes")).isZero();
    }

    @Test
    void aDelayChangesNothingElse() {
        byte[] video = SampleVideo.bytes();
        JsonObject begun = begin("SELF_ONLY", video.length, video.length, 1);
        arm(new JsonObject().put("endpoint", "/video/").put("action", "delay").put("delayMs", 100));

        assertThat(client.chunk(url(begun), video, 0, video.length - 1).statusCode())
                .isEqualTo(201);
    }

    @Test
    void faultsAreClearedAndNonsenseIsNoFault() {
        arm(new JsonObject().put("endpoint", INIT).put("action", "status"));
        client.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/sandbox/faults"))
                .DELETE());

        assertThat(Client.code(client.init(token, "SELF_ONLY", 100, 100, 1))).isEqualTo("200 ok");
        assertThat(arm(new JsonObject().put("endpoint", INIT).put("action", "explode")))
                .isEqualTo(400);
        assertThat(arm(new JsonObject()
                        .put("endpoint", INIT)
                        .put("action", "status")
                        .put("status", 9999)))
                .isEqualTo(400);
    }

    @Test
    void anAnswerBreaksOffAfterItsEffect() {
        arm(new JsonObject().put("endpoint", INIT).put("action", "truncate-reply"));

        assertThatThrownBy(() -> client.init(token, "SELF_ONLY", 100, 100, 1))
                .isInstanceOf(IllegalStateException.class);
        assertThat(client.list("/sandbox/publishes")).hasSize(1);
    }

    @Test
    void anAnswerIsNoJsonAfterItsEffect() {
        arm(new JsonObject().put("endpoint", INIT).put("action", "malformed-json"));

        assertThatThrownBy(() -> client.init(token, "SELF_ONLY", 100, 100, 1)).isInstanceOf(DecodeException.class);
        assertThat(client.list("/sandbox/publishes")).hasSize(1);
    }

    @Test
    void anAnswerThatDripsIsWholeInTheEnd() {
        arm(new JsonObject().put("endpoint", INIT).put("action", "slow-drip").put("dripMs", 1));

        assertThat(Client.code(client.init(token, "SELF_ONLY", 100, 100, 1))).isEqualTo("200 ok");
    }

    @Test
    void theConnectionBreaksBeforeAnythingIsRead() {
        arm(new JsonObject().put("endpoint", INIT).put("action", "reset-before-read"));

        assertThatThrownBy(() -> client.init(token, "SELF_ONLY", 100, 100, 1))
                .isInstanceOf(IllegalStateException.class);
        assertThat(client.list("/sandbox/publishes")).isEmpty();
    }

    @Test
    void aLimitIsReachedBeforeItsTime() {
        arm(new JsonObject().put("action", "rate-limit").put("retryAfter", 7).put("openId", "sandbox_creator"));

        assertThat(Client.code(client.init(client.accessToken("sandbox_newcomer"), "SELF_ONLY", 100, 100, 1)))
                .isEqualTo("200 ok");
        assertThat(Client.code(client.init(token, "SELF_ONLY", 100, 100, 1))).isEqualTo("429 rate_limit_exceeded");
    }

    @Test
    void theNamedChunkIsToldWrong() throws Exception {
        byte[] video = padded(2 * CHUNK);
        JsonObject begun = begin("SELF_ONLY", video.length, CHUNK, 2);
        arm(new JsonObject()
                .put("action", "wrong-content-range")
                .put("chunk", 1)
                .put("bytes", 10));

        HttpResponse<String> first = client.chunk(url(begun), video, 0, CHUNK - 1);
        HttpResponse<String> second = client.chunk(url(begun), video, CHUNK, 2 * CHUNK - 1);

        assertThat(first.headers().firstValue("Content-Range")).contains("bytes 0-" + CHUNK + "/" + 2 * CHUNK);
        assertThat(second.headers().firstValue("Content-Range"))
                .contains("bytes 0-" + (2 * CHUNK + 10) + "/" + 2 * CHUNK);
        assertThat(second.statusCode()).isEqualTo(201);
    }

    @Test
    void anUploadAddressDiesInMidPost() throws Exception {
        byte[] video = padded(2 * CHUNK);
        JsonObject begun = begin("SELF_ONLY", video.length, CHUNK, 2);
        arm(new JsonObject()
                .put("action", "expire-upload")
                .put("endpoint", "/video/")
                .put("nth", 2));

        assertThat(client.chunk(url(begun), video, 0, CHUNK - 1).statusCode()).isEqualTo(206);
        assertThat(client.chunk(url(begun), video, CHUNK, 2 * CHUNK - 1).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aTokenIsRevokedInMidPost() throws Exception {
        byte[] video = padded(2 * CHUNK);
        JsonObject begun = begin("SELF_ONLY", video.length, CHUNK, 2);
        arm(new JsonObject().put("action", "revoke-token").put("endpoint", "/video/"));
        client.chunk(url(begun), video, 0, CHUNK - 1);

        assertThat(Client.code(client.status(token, begun.getString("publish_id"))))
                .isEqualTo("401 access_token_invalid");
    }

    @Test
    void aPostIsStuckUntilTheFaultIsCleared() {
        arm(new JsonObject().put("action", "stuck"));
        JsonObject begun = post("PUBLIC_TO_EVERYONE", SampleVideo.bytes());
        clock.advance(Duration.ofDays(1).minusHours(23));
        assertThat(status(begun).getString("status")).isEqualTo("PROCESSING_UPLOAD");
        assertThat(client.list("/sandbox/posts")).isEmpty();

        String id = client.list("/sandbox/faults").getJsonObject(0).getString("id");
        client.send("DELETE", "/sandbox/faults/" + id, new JsonObject());

        assertThat(status(begun).getString("status")).isEqualTo("PUBLISH_COMPLETE");
    }

    @Test
    void aStatusGoesBackAndForth() {
        arm(new JsonObject().put("action", "flap"));
        JsonObject begun = post("SELF_ONLY", SampleVideo.bytes());
        clock.advance(Duration.ofSeconds(2));

        assertThat(status(begun).getString("status")).isEqualTo("PUBLISH_COMPLETE");
        assertThat(status(begun).getString("status")).isEqualTo("PROCESSING_UPLOAD");
        assertThat(status(begun).getString("status")).isEqualTo("PUBLISH_COMPLETE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal", "spam_risk_text", "auth_removed", "video_pull_failed"})
    void aPostFailsForTheNamedReason(String reason) {
        arm(new JsonObject().put("action", "fail").put("failReason", reason));
        JsonObject begun = post("SELF_ONLY", SampleVideo.bytes());
        clock.advance(Duration.ofSeconds(2));

        assertThat(status(begun).getString("fail_reason")).isEqualTo(reason);
    }

    @Test
    void numbersMayBeAsLargeAsTheyCanBe() {
        arm(new JsonObject().put("action", "big-ids"));
        JsonObject begun = post("PUBLIC_TO_EVERYONE", SampleVideo.bytes());
        clock.advance(Duration.ofSeconds(3));

        assertThat(status(begun).getJsonArray("publicaly_available_post_id").getLong(0))
                .isGreaterThan(Long.MAX_VALUE - 1_000);
    }

    @Test
    void chanceIsTheSameForTheSameSeed() {
        List<String> once = struckBySeed();
        client.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/sandbox/faults"))
                .DELETE());

        assertThat(struckBySeed()).isEqualTo(once).contains("200 ok", "503 internal_error");
    }

    private List<String> struckBySeed() {
        arm(new JsonObject()
                .put("endpoint", "/v2/post/publish/creator_info/query/")
                .put("action", "status")
                .put("times", 0)
                .put("probability", 0.5)
                .put("seed", 42));
        clock.advance(Duration.ofMinutes(2));
        return IntStream.range(0, 20)
                .mapToObj(
                        i -> Client.code(client.post("/v2/post/publish/creator_info/query/", token, new JsonObject())))
                .toList();
    }

    @Test
    void aScenarioIsArmedAsAWholeOrNotAtAll() {
        JsonObject good = new JsonObject().put("action", "delay").put("endpoint", INIT);
        JsonObject bad = new JsonObject().put("action", "fail").put("failReason", "bad luck");

        assertThat(arm(new JsonObject().put("faults", new JsonArray().add(good).add(bad))))
                .isEqualTo(400);
        assertThat(client.list("/sandbox/faults")).isEmpty();
        assertThat(client.send(
                        "POST",
                        "/sandbox/faults",
                        new JsonObject().put("faults", new JsonArray().add(good).add(good))))
                .isEqualTo(201);
        assertThat(client.list("/sandbox/faults")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'action':'explode'}|action",
                "{}|action",
                "{'action':'delay','delayMs':-1}|delayMs",
                "{'action':'delay','minDelayMs':5,'maxDelayMs':4}|maxDelayMs",
                "{'action':'delay','bytes':5}|bytes",
                "{'action':'fail'}|failReason",
                "{'action':'stuck','endpoint':'/video/'}|endpoint",
                "{'action':'delay','endpoint':'video'}|endpoint",
                "{'action':'delay','probability':1.5}|probability",
                "{'action':'delay','nth':'first'}|nth",
                "{'faults':{}}|faults"
            })
    void whatMakesNoSenseIsRefusedByTheNameOfItsField(String fault, String field) {
        JsonObject refusal = client.post("/sandbox/faults", token, new JsonObject(fault.replace('\'', '"')));

        assertThat(refusal.getInteger("http")).isEqualTo(400);
        assertThat(refusal.getString("field")).isEqualTo(field);
    }

    @Test
    void theLedgerTellsEveryCallWithoutItsSecrets() {
        JsonObject begun = begin("SELF_ONLY", 100, 100, 1);
        arm(new JsonObject().put("endpoint", INIT).put("action", "drop-reply"));
        assertThatThrownBy(() -> client.init(token, "SELF_ONLY", 100, 100, 1))
                .isInstanceOf(IllegalStateException.class);
        client.chunk(url(begun), new byte[100], 0, 99);

        JsonArray inits = client.list("/sandbox/requests?endpoint=" + INIT);
        assertThat(inits).hasSize(2);
        assertThat(inits.getJsonObject(0).getString("code")).isEqualTo("ok");
        assertThat(inits.getJsonObject(0).getString("openId")).isEqualTo("-000sandboxcreator0001");
        assertThat(inits.getJsonObject(0)
                        .getJsonObject("body")
                        .getJsonObject("post_info")
                        .getString("title"))
                .isEqualTo("t");
        assertThat(inits.getJsonObject(1).getInteger("status")).isZero();
        assertThat(inits.getJsonObject(1).getString("fault")).startsWith("fault_");
        JsonArray chunks = client.list("/sandbox/requests?endpoint=/video/&openId=sandbox_creator");
        assertThat(chunks.getJsonObject(0).getString("contentRange")).isEqualTo("bytes 0-99/100");
        assertThat(chunks.getJsonObject(0).getLong("requestBytes")).isEqualTo(100);
        String all = client.list("/sandbox/requests").encode();
        assertThat(all)
                .doesNotContain(
                        token,
                        "sandbox-client-secret",
                        begun.getString("upload_url").replaceAll(".*=", ""));
        assertThat(client.list("/sandbox/requests?since=" + clock.instant().plusSeconds(1)))
                .isEmpty();
    }

    private int arm(JsonObject fault) {
        return client.post("/sandbox/faults", token, fault).getInteger("http");
    }
}
