package io.postbreeze.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.testkit.SampleVideo;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DisplayIT extends Running {
    private static final String QUERY = "/v2/video/query/?fields=id,view_count,like_count,duration,share_url,is_aigc";

    @Test
    void aVideosNumbersGrowAndAreTheSameAtTheSameAge() {
        String id = publicPost();
        clock.advance(Duration.ofHours(1));
        JsonObject early = videos(id).getJsonObject(0);
        JsonObject again = videos(id).getJsonObject(0);
        restart();
        clock.advance(Duration.ofMinutes(50));
        JsonObject later = videos(id).getJsonObject(0);

        assertThat(early).isEqualTo(again);
        assertThat(early.getString("id")).isEqualTo(id);
        assertThat(early.getLong("duration")).isEqualTo(12);
        assertThat(early.getString("share_url")).endsWith("/@sandbox_creator/video/" + id);
        assertThat(later.getLong("view_count")).isGreaterThan(early.getLong("view_count"));
        assertThat(later.getLong("like_count")).isGreaterThanOrEqualTo(early.getLong("like_count"));
    }

    @Test
    void onlyPublicVideosOfTheSameCreatorAreFound() {
        String id = publicPost();
        post("SELF_ONLY", SampleVideo.bytes());
        clock.advance(Duration.ofMinutes(1));
        String other = client.accessToken("sandbox_newcomer");

        assertThat(videos(id, "7600000000000000001")).hasSize(1);
        assertThat(client.post(QUERY, other, ids(id)).getJsonObject("data").getJsonArray("videos"))
                .isEmpty();
        assertThat(list(new JsonObject()).getJsonArray("videos")).hasSize(1);
    }

    @Test
    void aListIsReadPageByPage() {
        Set<String> made = new TreeSet<>();
        for (int i = 0; i < 5; i++) {
            made.add(publicPost());
            clock.advance(Duration.ofSeconds(30));
        }
        Set<String> read = new TreeSet<>();
        JsonObject page = list(new JsonObject().put("max_count", 2));
        page.getJsonArray("videos").forEach(video -> read.add(((JsonObject) video).getString("id")));
        while (page.getBoolean("has_more")) {
            page = list(new JsonObject().put("max_count", 2).put("cursor", page.getLong("cursor")));
            page.getJsonArray("videos").forEach(video -> read.add(((JsonObject) video).getString("id")));
        }

        assertThat(read).isEqualTo(made);
    }

    @Test
    void aProfileHasTheFieldsThatWereAskedFor() {
        JsonObject user = client.get("/v2/user/info/?fields=open_id,username,video_count,follower_count", token)
                .getJsonObject("data")
                .getJsonObject("user");

        assertThat(user.fieldNames()).containsExactly("open_id", "username", "video_count", "follower_count");
        assertThat(user.getString("username")).isEqualTo("sandbox_creator");
        assertThat(user.getLong("follower_count")).isGreaterThan(12_400);
    }

    @Test
    void whatIsMalformedIsAnInvalidParameter() {
        JsonObject text = new JsonObject().put("filters", new JsonObject().put("video_ids", "1"));
        JsonArray many = new JsonArray();
        for (int i = 0; i < 21; i++) {
            many.add("" + i);
        }

        assertThat(Client.code(client.post(QUERY, token, text))).isEqualTo("400 invalid_params");
        assertThat(Client.code(client.post(
                        QUERY, token, new JsonObject().put("filters", new JsonObject().put("video_ids", many)))))
                .isEqualTo("400 invalid_params");
        assertThat(Client.code(client.post("/v2/video/list/", token, new JsonObject())))
                .isEqualTo("400 invalid_params");
        assertThat(Client.code(client.get("/v2/user/info/?fields=shoe_size", token)))
                .isEqualTo("400 invalid_params");
        assertThat(Client.code(client.post(
                        "/v2/video/list/?fields=id", token, new JsonObject().put("x", "y".repeat(2 << 20)))))
                .isEqualTo("413 invalid_params");
    }

    private String publicPost() {
        post("PUBLIC_TO_EVERYONE", SampleVideo.bytes());
        clock.advance(Duration.ofSeconds(10));
        return client.newestPost().getString("postId");
    }

    private JsonArray videos(String... ids) {
        return client.post(QUERY, token, ids(ids)).getJsonObject("data").getJsonArray("videos");
    }

    private JsonObject list(JsonObject body) {
        return client.post("/v2/video/list/?fields=id", token, body).getJsonObject("data");
    }

    private static JsonObject ids(String... ids) {
        return new JsonObject().put("filters", new JsonObject().put("video_ids", new JsonArray(List.of(ids))));
    }
}
