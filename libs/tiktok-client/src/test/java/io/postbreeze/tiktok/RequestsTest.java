package io.postbreeze.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestsTest {

    @Test
    void an_init_always_names_both_brand_toggles_and_leaves_out_what_is_not_set() {
        VideoInit init = new VideoInit(
                new PostInfo(null, PrivacyLevel.SELF_ONLY, true, true, false, false, false, null, null),
                new FileUpload(50_000_123, 10_000_000, 5));

        assertThat(new JsonObject(RequestBodies.videoInit(init))).isEqualTo(new JsonObject("""
                {"post_info":{"privacy_level":"SELF_ONLY","disable_duet":true,"disable_stitch":true,
                  "disable_comment":false,"brand_content_toggle":false,"brand_organic_toggle":false},
                 "source_info":{"source":"FILE_UPLOAD","video_size":50000123,"chunk_size":10000000,
                  "total_chunk_count":5}}"""));
    }

    @Test
    void an_init_carries_the_caption_unchanged() {
        String caption = "Zeile 1\n\"#tag\" @user 😀 \\";
        VideoInit init = new VideoInit(
                new PostInfo(caption, PrivacyLevel.PUBLIC_TO_EVERYONE, false, false, false, true, true, true, 1500),
                new FileUpload(5_000_000_000L, 10_000_000, 500));

        JsonObject post = new JsonObject(RequestBodies.videoInit(init)).getJsonObject("post_info");
        assertThat(post.getString("title")).isEqualTo(caption);
        assertThat(post.getBoolean("is_aigc")).isTrue();
        assertThat(post.getInteger("video_cover_timestamp_ms")).isEqualTo(1500);
    }

    @Test
    void a_draft_for_the_inbox_carries_its_source_and_nothing_else() {
        assertThat(new JsonObject(RequestBodies.inboxInit(new FileUpload(7, 7, 1))))
                .isEqualTo(new JsonObject("""
                {"source_info":{"source":"FILE_UPLOAD","video_size":7,"chunk_size":7,"total_chunk_count":1}}"""));
    }

    @Test
    void photos_are_pulled_and_have_their_ai_label_at_the_top() {
        PhotoInit init = new PhotoInit(
                new PhotoInfo(PrivacyLevel.PUBLIC_TO_EVERYONE, true, true, false, true),
                "Title",
                "Caption #tag",
                true,
                List.of(URI.create("https://media.example/1.jpg"), URI.create("https://media.example/2.jpg")),
                1);

        assertThat(new JsonObject(RequestBodies.photoInit(init))).isEqualTo(new JsonObject("""
                {"media_type":"PHOTO","post_mode":"DIRECT_POST","is_aigc":true,
                 "post_info":{"title":"Title","description":"Caption #tag","privacy_level":"PUBLIC_TO_EVERYONE",
                  "disable_comment":true,"auto_add_music":true,"brand_content_toggle":false,
                  "brand_organic_toggle":true},
                 "source_info":{"source":"PULL_FROM_URL","photo_cover_index":1,
                  "photo_images":["https://media.example/1.jpg","https://media.example/2.jpg"]}}"""));
    }

    @Test
    void photos_for_the_inbox_have_no_settings() {
        PhotoInit init =
                new PhotoInit(null, null, "Draft", null, List.of(URI.create("https://media.example/1.jpg")), 0);

        assertThat(new JsonObject(RequestBodies.photoInit(init))).isEqualTo(new JsonObject("""
                {"media_type":"PHOTO","post_mode":"MEDIA_UPLOAD","post_info":{"description":"Draft"},
                 "source_info":{"source":"PULL_FROM_URL","photo_cover_index":0,
                  "photo_images":["https://media.example/1.jpg"]}}"""));
    }

    @Test
    void the_questions_have_tiktoks_shapes() {
        assertThat(RequestBodies.publishId("p~\"1").toString()).isEqualTo("{\"publish_id\":\"p~\\\"1\"}");
        assertThat(RequestBodies.videoIds(List.of("1", "2")).toString())
                .isEqualTo("{\"filters\":{\"video_ids\":[\"1\",\"2\"]}}");
        assertThat(RequestBodies.page(null).toString()).isEqualTo("{\"max_count\":20}");
        assertThat(RequestBodies.page(5L).toString()).isEqualTo("{\"max_count\":20,\"cursor\":5}");
    }

    @Test
    void twenty_one_videos_are_too_many_for_one_query() {
        List<String> ids =
                IntStream.rangeClosed(1, 21).mapToObj(Integer::toString).toList();

        assertThatThrownBy(() -> new HttpDisplay(null).queryVideos(new AccessToken("t"), ids))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0} [{1}] [{2}] [{3}]: {4}")
    @CsvSource({
        "206, bytes 10-19/100, 10, , ",
        "206, bytes 10-19/100, , identity, ",
        "206, bytes 10-19/*, 10, , source_wrong_range",
        "206, bytes 10-18/100, 10, , source_wrong_range",
        "206, bytes 10-19/101, 10, , source_wrong_range",
        "206, , 10, , source_wrong_range",
        "206, bytes 10-19/100, 9, , source_wrong_length",
        "206, bytes 10-19/100, 10, gzip, source_encoded",
        "200, , 100, , source_http_200",
        "403, , , , source_http_403",
        "416, , , , source_http_416",
        "302, , , , source_http_302",
    })
    void only_the_exact_range_is_taken_from_the_store(
            int status, String range, String length, String encoding, String objection) {
        assertThat(RangeAnswers.objection(status, headers(range, length, encoding), new ChunkRange(10, 19, 100)))
                .isEqualTo(objection);
    }

    @ParameterizedTest
    @CsvSource({"100, ", "99, source_wrong_length", ", source_wrong_length"})
    void a_store_without_ranges_will_do_for_the_whole_file(String length, String objection) {
        assertThat(RangeAnswers.objection(200, headers(null, length, null), new ChunkRange(0, 99, 100)))
                .isEqualTo(objection);
    }

    private static MultiMap headers(String range, String length, String encoding) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        if (range != null) {
            headers.add("Content-Range", range);
        }
        if (length != null) {
            headers.add("Content-Length", length);
        }
        return encoding == null ? headers : headers.add("Content-Encoding", encoding);
    }
}
