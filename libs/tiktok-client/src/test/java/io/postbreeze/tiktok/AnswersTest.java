package io.postbreeze.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postbreeze.tiktok.TikTokException.MalformedAnswer;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {

    private static final TikTokConfig CONFIG = TikTokConfig.defaults(URI.create("https://open.tiktokapis.com"));

    @Test
    void a_creators_options_are_read_and_unknown_levels_left_out() {
        CreatorInfo info = PublishingAnswers.creatorInfo(data("""
                {"creator_username":"tiktok","creator_nickname":"TikTok","creator_avatar_url":"https://p/1",
                 "privacy_level_options":["PUBLIC_TO_EVERYONE","SOMETHING_NEW","SELF_ONLY",7],
                 "comment_disabled":false,"duet_disabled":true,"max_video_post_duration_sec":300}"""));

        assertThat(info)
                .isEqualTo(new CreatorInfo(
                        "tiktok",
                        "TikTok",
                        "https://p/1",
                        List.of(PrivacyLevel.PUBLIC_TO_EVERYONE, PrivacyLevel.SELF_ONLY),
                        false,
                        true,
                        false,
                        Duration.ofMinutes(5)));
    }

    @Test
    void a_creator_without_options_is_no_answer() {
        assertThatThrownBy(() -> PublishingAnswers.creatorInfo(data("{\"creator_username\":\"x\"}")))
                .isInstanceOf(MalformedAnswer.class);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "[7602997517160123666], 7602997517160123666",
        "['\"7602997517160123666\"'], 7602997517160123666",
        "7602997517160123666, 7602997517160123666",
        "'\"7602997517160123666\"', 7602997517160123666",
        "'[18446744073709551615,1]', '18446744073709551615 1'",
        "[], ''",
        "null, ''",
        "'\"\"', ''",
    })
    void post_ids_keep_every_digit_in_every_shape(String json, String ids) {
        String body =
                "{\"status\":\"PUBLISH_COMPLETE\",\"publicaly_available_post_id\":%s}".formatted(json.replace("'", ""));

        assertThat(String.join(" ", PublishingAnswers.status(data(body)).publicPostIds()))
                .isEqualTo(ids);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[7.6e18]", "[{}]", "[\"../x\"]", "true", "[-5]"})
    void post_ids_that_are_none_are_refused(String json) {
        String body = "{\"status\":\"PUBLISH_COMPLETE\",\"publicaly_available_post_id\":%s}".formatted(json);

        assertThatThrownBy(() -> PublishingAnswers.status(data(body))).isInstanceOf(MalformedAnswer.class);
    }

    @Test
    void a_status_is_read_whole() {
        assertThat(PublishingAnswers.status(data("""
                {"status":"FAILED","fail_reason":"frame_rate_check_failed","uploaded_bytes":"50000123",
                 "downloaded_bytes":4294967296}""")))
                .isEqualTo(new PublishStatus(
                        PublishStatus.State.FAILED,
                        "frame_rate_check_failed",
                        List.of(),
                        50_000_123L,
                        4_294_967_296L,
                        "L1"));
    }

    @Test
    void a_new_word_for_a_state_is_unknown_and_no_word_is_malformed() {
        assertThat(PublishingAnswers.status(data("{\"status\":\"DREAMING\"}")).state())
                .isEqualTo(PublishStatus.State.UNKNOWN);
        assertThatThrownBy(() -> PublishingAnswers.status(data("{}"))).isInstanceOf(MalformedAnswer.class);
    }

    @Test
    void an_init_keeps_the_upload_address_byte_for_byte() {
        String address = "https://open-upload-va.tiktokapis.com/video/?upload_id=1%2F2&upload_token=a%20B+c";
        InitializedUpload upload = PublishingAnswers.initializedUpload(
                data("{\"publish_id\":\"v_pub_file~v2-1.1\",\"upload_url\":\"%s\"}".formatted(address)), CONFIG);

        assertThat(upload.publishId()).isEqualTo("v_pub_file~v2-1.1");
        assertThat(upload.uploadUrl().value()).isEqualTo(address);
        assertThat(upload.toString()).doesNotContain("upload_token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://open-upload.tiktokapis.com/video/",
                "https://tiktokapis.com.evil.example/video/",
                "https://eviltiktokapis.com/video/",
                "https://user@upload.tiktokapis.com/video/",
                "https://169.254.169.254/latest/",
                "ftp://upload.tiktokapis.com/",
                "//upload.tiktokapis.com/",
                "not an address",
                ""
            })
    void an_upload_address_elsewhere_is_not_trusted(String address) {
        String body = "{\"publish_id\":\"p\",\"upload_url\":\"%s\"}".formatted(address);

        assertThatThrownBy(() -> PublishingAnswers.initializedUpload(data(body), CONFIG))
                .isInstanceOf(MalformedAnswer.class);
    }

    @Test
    void plain_http_and_other_hosts_need_a_word_in_the_configuration() {
        UploadUrl local = UploadUrl.of("http://127.0.0.1:8090/upload/1");

        assertThat(local.isAllowedBy(CONFIG)).isFalse();
        assertThat(local.isAllowedBy(CONFIG.withUploads(Set.of("127.0.0.1"), false)))
                .isFalse();
        assertThat(local.isAllowedBy(CONFIG.withUploads(Set.of("127.0.0.1"), true)))
                .isTrue();
    }

    @Test
    void a_number_that_is_left_out_is_null_and_not_zero() {
        List<VideoStats> videos = DisplayAnswers.videos(data("""
                {"videos":[{"id":"7602997517160123666","title":"a\\u0000b","create_time":1770210873,
                            "view_count":5000000000,"like_count":0,"share_url":"https://t/1"},
                           {"id":7602997517160123667,"create_time":9223372036854775807}]}"""));

        assertThat(videos)
                .containsExactly(
                        new VideoStats(
                                "7602997517160123666",
                                "ab",
                                null,
                                Instant.parse("2026-02-04T13:14:33Z"),
                                5_000_000_000L,
                                0L,
                                null,
                                null,
                                "https://t/1"),
                        new VideoStats("7602997517160123667", null, null, null, null, null, null, null, null));
    }

    @Test
    void a_page_says_where_the_next_one_begins() {
        assertThat(DisplayAnswers.page(data("{\"videos\":[],\"cursor\":1643332803000,\"has_more\":true}")))
                .isEqualTo(new VideoPage(List.of(), 1_643_332_803_000L, true));
        assertThat(DisplayAnswers.page(data("{}"))).isEqualTo(new VideoPage(List.of(), null, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"videos\":{}}", "{\"videos\":[{}]}", "{\"videos\":[{\"id\":\"x/../y\"}]}"})
    void videos_that_are_none_are_refused(String json) {
        assertThatThrownBy(() -> DisplayAnswers.videos(data(json))).isInstanceOf(MalformedAnswer.class);
    }

    @Test
    void a_grant_is_read_with_the_lives_that_tiktok_gave() {
        TokenGrant grant = OAuthAnswers.grant(data("""
                {"open_id":"o1","scope":"user.info.basic,video.publish","access_token":"act.1","expires_in":7200,
                 "refresh_token":"rft.1","refresh_expires_in":15552000,"token_type":"Bearer"}"""));

        assertThat(grant)
                .isEqualTo(new TokenGrant(
                        "o1",
                        Set.of("user.info.basic", "video.publish"),
                        new AccessToken("act.1"),
                        Duration.ofHours(2),
                        new RefreshToken("rft.1"),
                        Duration.ofDays(180)));
        assertThat(grant.toString()).doesNotContain("act.1").doesNotContain("rft.1");
    }

    @ParameterizedTest
    @CsvSource({"act.1, 0", "act.1, -1", "act.1, 99999999999", "'a\\r\\nX: y', 7200", "'', 7200"})
    void a_grant_that_cannot_be_used_is_malformed(String token, long seconds) {
        String body = """
                {"open_id":"o1","scope":"","access_token":"%s","expires_in":%d,"refresh_token":"r",
                 "refresh_expires_in":1}""".formatted(token, seconds);

        assertThatThrownBy(() -> OAuthAnswers.grant(data(body))).isInstanceOf(MalformedAnswer.class);
    }

    private static ApiAnswers.Data data(String json) {
        return new ApiAnswers.Data(Json.parse(Buffer.buffer(json)), "L1");
    }
}
