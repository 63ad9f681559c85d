package io.postbreeze.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.testkit.SampleVideo;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is looked at before what, and words that no other test asks for. */
class InitOrderIT extends Running {
    private static final String VIDEO_INIT = "/v2/post/publish/video/init/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2/post/publish/content/init/",
                "/v2/post/publish/status/fetch/",
                "/v2/post/publish/cancel/",
                VIDEO_INIT
            })
    void aMissingScopeIsToldHoweverOftenAndBeforeTheBodyIsRead(String path) {
        String reader = client.post(
                        "/sandbox/tokens",
                        "",
                        new JsonObject().put("openId", "sandbox_creator").put("scopes", "user.info.basic"))
                .getString("accessToken");

        for (int i = 0; i < 31; i++) {
            assertThat(Client.code(client.post(path, reader, new JsonObject()))).isEqualTo("401 scope_not_authorized");
        }
    }

    @ParameterizedTest
    @CsvSource({"source, 7", "video_size, '\"100\"'", "chunk_size, 1.5", "total_chunk_count, null"})
    void whatIsWrongWithTheSourceIsToldAsSuch(String field, String value) {
        JsonObject source = new JsonObject()
                .put("source", "FILE_UPLOAD")
                .put("video_size", 100)
                .put("chunk_size", 100)
                .put("total_chunk_count", 1)
                .mergeIn(new JsonObject("{\"%s\":%s}".formatted(field, value)));

        JsonObject answer = client.post(
                VIDEO_INIT,
                token,
                new JsonObject()
                        .put("post_info", new JsonObject().put("privacy_level", "SELF_ONLY"))
                        .put("source_info", source));

        assertThat(Client.code(answer)).isEqualTo("400 invalid_params");
        assertThat(answer.getJsonObject("error").getString("message"))
                .isEqualTo("The request source info is empty or incorrect");
    }

    @ParameterizedTest
    @CsvSource({"1500, 1500", "-1, ", "2147483647, 2147483647", "2147483648, ", "'\"1\"', "})
    void aCoverThatIsNo32BitNumberIsTheFirstFrame(String asked, Long noted) {
        JsonObject info =
                new JsonObject("{\"privacy_level\":\"SELF_ONLY\",\"video_cover_timestamp_ms\":" + asked + "}");

        assertThat(Client.code(client.init(token, info, 100, 100, 1))).isEqualTo("200 ok");

        assertThat(client.newestPost().getLong("coverTimestampMs")).isEqualTo(noted);
    }

    @Test
    void theLargestNumbersAreGivenOnceEach() {
        client.send(
                "POST",
                "/sandbox/settings",
                new JsonObject().put("limits", false).put("processingMs", 0).put("moderationMs", 0));
        client.send(
                "POST",
                "/sandbox/faults",
                new JsonObject().put("action", "big-ids").put("times", 0));
        byte[] video = SampleVideo.bytes();
        Set<Object> numbers = new HashSet<>();
        client.send("POST", "/sandbox/settings", new JsonObject().put("postsPerDay", 1_000));

        for (int i = 0; i < 120; i++) {
            JsonObject begun = begin("PUBLIC_TO_EVERYONE", video.length, video.length, 1);
            client.chunk(url(begun), video, 0, video.length - 1);
            awaitVerdict();
            numbers.add(
                    status(begun).getJsonArray("publicaly_available_post_id").getValue(0));
        }

        assertThat(numbers).hasSize(120).allMatch(number -> ((Long) number) > 9_223_372_036_854_770_000L);
    }
}
