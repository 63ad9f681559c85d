package io.postbreeze.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.testkit.SampleVideo;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishIT extends Running {

    @Test
    void aVideoIsPublishedAfterProcessingAndGetsItsNumberAfterModeration() throws Exception {
        byte[] video = SampleVideo.bytes();
        JsonObject begun = post("PUBLIC_TO_EVERYONE", video);

        assertThat(status(begun).getString("status")).isEqualTo("PROCESSING_UPLOAD");
        clock.advance(Duration.ofSeconds(2));
        assertThat(status(begun).getString("status")).isEqualTo("PUBLISH_COMPLETE");
        assertThat(status(begun).containsKey("publicaly_available_post_id")).isFalse();
        clock.advance(Duration.ofSeconds(1));

        JsonArray ids = status(begun).getJsonArray("publicaly_available_post_id");
        assertThat(ids.getValue(0)).isInstanceOf(Long.class);
        assertThat(ids.getLong(0)).isGreaterThan(1L << 53);
        assertThat(client.newestPost().getString("sha256")).isEqualTo(sha256(video));
        assertThat(client.newestPost().getString("postId")).isEqualTo("" + ids.getLong(0));
    }

    @Test
    void aPostForTheCreatorAloneNeverGetsANumber() {
        JsonObject begun = post("SELF_ONLY", SampleVideo.bytes());
        clock.advance(Duration.ofHours(1));

        assertThat(status(begun).getString("status")).isEqualTo("PUBLISH_COMPLETE");
        assertThat(status(begun).containsKey("publicaly_available_post_id")).isFalse();
    }

    @Test
    void whatIsNoVideoFailsAsASuccessfulAnswer() {
        JsonObject begun = post("SELF_ONLY", new byte[100]);
        clock.advance(Duration.ofSeconds(2));

        assertThat(Client.code(client.status(token, begun.getString("publish_id"))))
                .isEqualTo("200 ok");
        assertThat(status(begun).getString("status")).isEqualTo("FAILED");
        assertThat(status(begun).getString("fail_reason")).isEqualTo("file_format_check_failed");
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

    @ParameterizedTest
    @CsvSource({
        "4194304, 4194304, 1",
        "64000000, 64000000, 1",
        "64000001, 10000000, 6",
        "70000000, 10000000, 7",
        "99999999, 10000000, 9",
        "4294967296, 10000000, 429"
    })
    void aDocumentedPlanIsAccepted(long size, long chunk, long count) {
        JsonObject data = begin("SELF_ONLY", size, chunk, count);

        assertThat(data.getString("publish_id")).hasSizeLessThanOrEqualTo(64);
        assertThat(data.getString("upload_url")).hasSizeLessThanOrEqualTo(256);
    }

    @ParameterizedTest
    @CsvSource({
        "64000001, 10000000, 7, The total chunk count is invalid",
        "70000000, 64000000, 1, The chunk size is invalid",
        "10000000, 5000000, 2, The chunk size is invalid"
    })
    void aWrongPlanIsToldInTikToksWords(long size, long chunk, long count, String message) {
        JsonObject answer = client.init(token, "SELF_ONLY", size, chunk, count);

        assertThat(Client.code(answer)).isEqualTo("400 invalid_params");
        assertThat(answer.getJsonObject("error").getString("message")).isEqualTo(message);
        assertThat(answer.getJsonObject("error").getString("log_id")).isNotEmpty();
    }

    @Test
    void aCaptionIsCountedInUtf16Units() {
        JsonObject info = new JsonObject().put("privacy_level", "SELF_ONLY");

        assertThat(Client.code(client.init(token, info.put("title", "😀".repeat(1_100)), 100, 100, 1)))
                .isEqualTo("200 ok");
        assertThat(Client.code(client.init(token, info.put("title", "😀".repeat(1_100) + "x"), 100, 100, 1)))
                .isEqualTo("400 invalid_params");
    }

    @Test
    void anAccountsSettingsWinOverWhatWasAskedFor() {
        String mine = client.accessToken("sandbox_private");
        JsonObject info = new JsonObject()
                .put("privacy_level", "SELF_ONLY")
                .put("disable_duet", false)
                .put("is_aigc", true);
        client.init(mine, info, 100, 100, 1);

        assertThat(client.newestPost().getBoolean("duetDisabled")).isTrue();
        assertThat(client.newestPost().getBoolean("commentDisabled")).isTrue();
        assertThat(client.newestPost().getBoolean("aiGenerated")).isTrue();
    }

    @Test
    void aPulledVideoIsRefusedWhileNoDomainIsVerified() {
        JsonObject body = new JsonObject()
                .put("post_info", new JsonObject().put("privacy_level", "SELF_ONLY"))
                .put(
                        "source_info",
                        new JsonObject().put("source", "PULL_FROM_URL").put("video_url", "https://example.com/a.mp4"));

        assertThat(Client.code(client.post("/v2/post/publish/video/init/", token, body)))
                .isEqualTo("403 url_ownership_unverified");
    }

    @Test
    void whatIsNoJsonIsAnInvalidParameter() {
        int status = client.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/v2/post/publish/video/init/"))
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofString("{\"post_info\":")))
                .statusCode();

        assertThat(status).isEqualTo(400);
        assertThat(Client.code(client.post("/v2/post/publish/video/init/", token, new JsonObject())))
                .isEqualTo("400 invalid_params");
    }

    @ParameterizedTest
    @CsvSource({
        "6, /v2/post/publish/video/init/",
        "20, /v2/post/publish/creator_info/query/",
        "30, /v2/post/publish/status/fetch/",
        "600, /v2/video/list/"
    })
    void aTokenHasItsCallsInAnyMinute(int most, String path) {
        Set<String> answers = ConcurrentHashMap.newKeySet();
        IntStream.range(0, most).forEach(call -> answers.add(Client.code(client.post(path, token, new JsonObject()))));

        assertThat(answers).doesNotContain("429 rate_limit_exceeded");
        assertThat(Client.code(client.post(path, token, new JsonObject()))).isEqualTo("429 rate_limit_exceeded");
        clock.advance(Duration.ofSeconds(60));
        assertThat(Client.code(client.post(path, token, new JsonObject()))).isNotEqualTo("429 rate_limit_exceeded");
    }

    @Test
    void theSixteenthPostOfADayIsRefusedAndSoIsOneThatWasBegunBefore() {
        long size = SampleVideo.bytes().length;
        JsonObject begunBefore = begin("SELF_ONLY", size, size, 1);
        for (int i = 0; i < 15; i++) {
            clock.advance(Duration.ofSeconds(15));
            post("SELF_ONLY", SampleVideo.bytes());
        }
        clock.advance(Duration.ofSeconds(60));

        assertThat(Client.code(client.init(token, "SELF_ONLY", 100, 100, 1))).isEqualTo("403 spam_risk_too_many_posts");
        assertThat(Client.code(client.post("/v2/post/publish/creator_info/query/", token, new JsonObject())))
                .isEqualTo("200 spam_risk_too_many_posts");
        client.chunk(url(begunBefore), SampleVideo.bytes(), 0, SampleVideo.bytes().length - 1);
        clock.advance(Duration.ofSeconds(5));
        Awaitility.await()
                .pollInterval(Duration.ofMillis(200))
                .until(() ->
                        "spam_risk_too_many_posts".equals(status(begunBefore).getString("fail_reason")));
        clock.advance(Duration.ofHours(24));
        token = client.accessToken("sandbox_creator");
        assertThat(Client.code(client.init(token, "SELF_ONLY", 100, 100, 1))).isEqualTo("200 ok");
    }

    @Test
    void anAppThatWasNotAuditedMayOnlyPostPrivatelyToPrivateAccounts() {
        sandbox.close();
        SandboxConfig open = SandboxConfig.fromEnvironment(
                Map.of("SANDBOX_PORT", "0", "SANDBOX_DATA_DIR", directory.toString(), "SANDBOX_AUDITED", "false"));
        sandbox = Sandbox.start(open, clock);
        client = new Client(sandbox.baseUrl());
        String refused = "403 unaudited_client_can_only_post_to_private_accounts";

        assertThat(Client.code(client.init(token, "SELF_ONLY", 100, 100, 1))).isEqualTo(refused);
        String hidden = client.accessToken("sandbox_private");
        assertThat(Client.code(client.init(hidden, "FOLLOWER_OF_CREATOR", 100, 100, 1)))
                .isEqualTo(refused);
        assertThat(Client.code(client.init(hidden, "SELF_ONLY", 100, 100, 1))).isEqualTo("200 ok");
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
}
