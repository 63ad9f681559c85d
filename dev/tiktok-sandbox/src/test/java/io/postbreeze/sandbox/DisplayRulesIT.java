package io.postbreeze.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.testkit.SampleVideo;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 4: scopes by field, paging, and what a list leaves out. */
class DisplayRulesIT extends Running {
    private static final String LIST = "/v2/video/list/?fields=id,create_time";
    private static final String QUERY = "/v2/video/query/?fields=id";

    @ParameterizedTest
    @CsvSource({
        "user.info.basic,open_id",
        "user.info.basic,union_id",
        "user.info.basic,avatar_url",
        "user.info.basic,avatar_url_100",
        "user.info.basic,avatar_large_url",
        "user.info.basic,display_name",
        "user.info.profile,bio_description",
        "user.info.profile,profile_deep_link",
        "user.info.profile,is_verified",
        "user.info.profile,username",
        "user.info.stats,follower_count",
        "user.info.stats,following_count",
        "user.info.stats,likes_count",
        "user.info.stats,video_count"
    })
    void eachFieldNeedsItsScope(String scope, String field) {
        String others = List.of("user.info.basic", "user.info.profile", "user.info.stats").stream()
                .filter(other -> !other.equals(scope))
                .reduce((left, right) -> left + "," + right)
                .orElseThrow();

        assertThat(Client.code(client.get("/v2/user/info/?fields=" + field, tokenWith(scope, "v2"))))
                .isEqualTo("200 ok");
        assertThat(Client.code(client.get("/v2/user/info/?fields=" + field, tokenWith(others, "v2"))))
                .isEqualTo("401 scope_not_authorized");
    }

    @Test
    void theOtherWordForAMissingScopeComesWith400() {
        client.send("POST", "/sandbox/settings", new JsonObject().put("missingScopeWord", "scope_permission_missed"));
        String basic = tokenWith("user.info.basic", "v2");

        assertThat(Client.code(client.get("/v2/user/info/?fields=username", basic)))
                .isEqualTo("400 scope_permission_missed");
        assertThat(Client.code(client.post(LIST, basic, new JsonObject()))).isEqualTo("401 scope_not_authorized");
    }

    @Test
    void aTokenOfTheBusinessApiIsNoneHere() {
        assertThat(Client.code(client.get("/v2/user/info/?fields=open_id", tokenWith("user.info.basic", "business"))))
                .isEqualTo("401 access_token_invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"max_count\":0}",
                "{\"max_count\":21}",
                "{\"max_count\":\"5\"}",
                "{\"max_count\":1.5}",
                "{\"cursor\":-1}",
                "{\"cursor\":\"0\"}"
            })
    void aPageThatMakesNoSenseIsRefused(String body) {
        assertThat(Client.code(client.post(LIST, token, new JsonObject(body)))).isEqualTo("400 invalid_params");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?fields=", "?fields=,", "?fields=id,watch_time"})
    void fieldsMustBeNamedAndKnownEvenWhenThereIsNothingToShow(String query) {
        assertThat(Client.code(client.post("/v2/video/list/" + query, token, new JsonObject())))
                .isEqualTo("400 invalid_params");
    }

    @Test
    void aListNeedsNoBody() {
        var answer = client.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + LIST))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void postsOfTheSameInstantAreNotLostBetweenPages() {
        for (int i = 0; i < 3; i++) {
            post("PUBLIC_TO_EVERYONE", SampleVideo.bytes());
        }
        clock.advance(Duration.ofMinutes(1));
        JsonObject first = list(new JsonObject().put("max_count", 1));
        JsonObject rest = list(new JsonObject().put("max_count", 20).put("cursor", first.getLong("cursor")));

        assertThat(first.getBoolean("has_more")).isTrue();
        assertThat(rest.getBoolean("has_more")).isFalse();
        TreeSet<String> ids = new TreeSet<>();
        ids(first, ids);
        ids(rest, ids);
        assertThat(ids).hasSize(3);
    }

    @Test
    void theListBeginsWithTheNewestAndIdsAreAskedForAsStrings() {
        post("PUBLIC_TO_EVERYONE", SampleVideo.bytes());
        clock.advance(Duration.ofMinutes(1));
        post("PUBLIC_TO_EVERYONE", SampleVideo.bytes());
        clock.advance(Duration.ofMinutes(1));
        JsonArray videos = list(new JsonObject()).getJsonArray("videos");
        String id = videos.getJsonObject(1).getString("id");

        assertThat(videos.getJsonObject(0).getLong("create_time"))
                .isGreaterThan(videos.getJsonObject(1).getLong("create_time"));
        assertThat(query(new JsonArray().add(id).add("1"))).isEqualTo("200 ok");
        assertThat(query(new JsonArray().add(Long.parseLong(id)))).isEqualTo("400 invalid_params");
        assertThat(query(new JsonArray())).isEqualTo("400 invalid_params");
    }

    private String query(JsonArray ids) {
        JsonObject body = new JsonObject().put("filters", new JsonObject().put("video_ids", ids));
        return Client.code(client.post(QUERY, token, body));
    }

    private JsonObject list(JsonObject body) {
        return client.post(LIST, token, body).getJsonObject("data");
    }

    private static void ids(JsonObject page, TreeSet<String> into) {
        page.getJsonArray("videos").forEach(video -> into.add(((JsonObject) video).getString("id")));
    }

    private String tokenWith(String scopes, String kind) {
        var answer = client.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/sandbox/tokens"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(new JsonObject()
                        .put("openId", "sandbox_creator")
                        .put("scopes", scopes)
                        .put("kind", kind)
                        .encode())));
        return new JsonObject(answer.body()).getString("accessToken");
    }
}
