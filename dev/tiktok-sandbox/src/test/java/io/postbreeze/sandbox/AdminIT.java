package io.postbreeze.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.testkit.SampleVideo;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands to the sandbox itself. */
class AdminIT extends Running {

    @Test
    void aCreatorIsMadeAsAskedAndMayPostAtOnce() {
        JsonObject made = post(201, "/sandbox/creators", """
                {"handle":"shop","private":true,"audited":false,"maxDurationSeconds":60,
                 "interactionsDisabled":["comment"],"postsPerDay":2,"followers":5}""");
        assertThat(made.getString("openId")).isNotBlank();
        assertThat(made.getJsonArray("privacyOptions")).contains("FOLLOWER_OF_CREATOR");
        JsonObject granted = post(
                201,
                "/sandbox/tokens",
                new JsonObject()
                        .put("openId", "shop")
                        .put("scopes", "video.publish")
                        .encode());

        JsonObject info =
                client.post("/v2/post/publish/creator_info/query/", granted.getString("accessToken"), new JsonObject());

        assertThat(info.getJsonObject("data").getString("creator_username")).isEqualTo("shop");
        assertThat(info.getJsonObject("data").getInteger("max_video_post_duration_sec"))
                .isEqualTo(60);
        assertThat(info.getJsonObject("data").getBoolean("comment_disabled")).isTrue();
        assertThat(info.getJsonObject("data").getBoolean("duet_disabled")).isTrue();
    }

    @Test
    void creatorsAndTheClockOutliveARestart() {
        post(201, "/sandbox/creators", "{\"handle\":\"shop\"}");
        post(200, "/sandbox/clock", "{\"advance\":\"PT25H\"}");
        restart();

        assertThat(get("/sandbox/creators/shop").getString("handle")).isEqualTo("shop");
        assertThat(get("/sandbox/clock").getLong("offsetSeconds")).isEqualTo(25 * 3_600);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/sandbox/creators|{}|handle",
                "/sandbox/creators|{'handle':'A B'}|handle",
                "/sandbox/creators|{'handle':'shop','privat':true}|privat",
                "/sandbox/creators|{'handle':'shop','private':1}|private",
                "/sandbox/creators|{'handle':'shop','maxDurationSeconds':601}|maxDurationSeconds",
                "/sandbox/creators|{'handle':'shop','interactionsDisabled':['likes']}|interactionsDisabled",
                "/sandbox/tokens|{'openId':'sandbox_creator','scopes':['everything']}|scopes",
                "/sandbox/tokens|{'openId':'sandbox_creator','kind':'v3'}|kind",
                "/sandbox/verified-properties|{'kind':'HOST','value':'example.com'}|kind",
                "/sandbox/verified-properties|{'kind':'DOMAIN','value':'https://example.com'}|value",
                "/sandbox/hosts|{'host':'example.com','target':'nowhere'}|target",
                "/sandbox/clock|{}|advance",
                "/sandbox/clock|{'advance':'soon'}|advance",
                "/sandbox/clock|{'advance':'-PT1H'}|advance",
                "/sandbox/clock|{'set':'2020-01-01T00:00:00Z'}|set",
                "/sandbox/settings|{'speed':9}|speed",
            })
    void nonsenseIsRefusedByTheNameOfItsField(String path, String body, String field) {
        JsonObject refusal = post(400, path, body.replace('\'', '"'));

        assertThat(refusal.getString("field")).isEqualTo(field);
        assertThat(refusal.getString("message")).startsWith(field);
    }

    @Test
    void aHandleIsGivenOnce() {
        post(409, "/sandbox/creators", "{\"handle\":\"sandbox_creator\"}");
        post(404, "/sandbox/creators/nobody/disconnect", "{}");
        assertThat(send("POST", "/sandbox/creators", "[1]").statusCode()).isEqualTo(400);
    }

    @Test
    void timeCanJump() {
        JsonObject begun = post("SELF_ONLY", SampleVideo.bytes());
        post(200, "/sandbox/clock", "{\"advance\":2}");
        assertThat(status(begun).getString("status")).isEqualTo("PUBLISH_COMPLETE");
        Instant later = clock.instant().plus(Duration.ofDays(10));

        JsonObject told = post(
                200,
                "/sandbox/clock",
                new JsonObject().put("set", later.toString()).encode());

        assertThat(told.getString("now")).isEqualTo(later.toString());
        assertThat(Client.code(client.status(token, begun.getString("publish_id"))))
                .isEqualTo("401 access_token_invalid");
    }

    @Test
    void whatIsOnTheProfileIsToldApartFromWhatWasBegun() {
        begin("SELF_ONLY", 100, 100, 1);
        JsonObject begun = post("SELF_ONLY", SampleVideo.bytes());
        clock.advance(Duration.ofSeconds(2));
        String publishId = begun.getString("publish_id");

        assertThat(client.list("/sandbox/publishes?openId=sandbox_creator")).hasSize(2);
        JsonArray onProfile = client.list("/sandbox/posts");
        assertThat(onProfile).hasSize(1);
        assertThat(onProfile.getJsonObject(0).getString("publishId")).isEqualTo(publishId);
        JsonObject medium = onProfile.getJsonObject(0).getJsonArray("media").getJsonObject(0);
        assertThat(medium.getLong("bytes")).isEqualTo(SampleVideo.bytes().length);

        post(200, "/sandbox/publishes/" + publishId + "/remove", "{}");
        assertThat(client.list("/sandbox/posts")).isEmpty();
        post(409, "/sandbox/publishes/" + publishId + "/remove", "{}");
    }

    @Test
    void moderationCanBeDecidedByHand() {
        post(200, "/sandbox/settings", "{\"moderationMs\":86400000}");
        JsonObject begun = post("PUBLIC_TO_EVERYONE", SampleVideo.bytes());
        clock.advance(Duration.ofSeconds(2));
        assertThat(status(begun).containsKey("publicaly_available_post_id")).isFalse();

        String path = "/sandbox/publishes/" + begun.getString("publish_id") + "/moderate";
        post(200, path, "{\"verdict\":\"APPROVE\"}");

        assertThat(status(begun).getJsonArray("publicaly_available_post_id")).hasSize(1);
        post(409, path, "{\"verdict\":\"REJECT\"}");
    }

    @Test
    void aCreatorWhoLeavesTakesPostsInFlightAlong() {
        JsonObject begun = begin("SELF_ONLY", 100, 100, 1);
        assertThat(send("POST", "/sandbox/creators/sandbox_creator/disconnect", "{}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(Client.code(client.status(token, begun.getString("publish_id"))))
                .isEqualTo("401 access_token_invalid");
        assertThat(client.newestPost().getString("failReason")).isEqualTo("auth_removed");
    }

    @Test
    void aResetLeavesTheSeeds() {
        post(201, "/sandbox/creators", "{\"handle\":\"shop\"}");
        post(200, "/sandbox/settings", "{\"limits\":false}");
        post(200, "/sandbox/clock", "{\"advance\":60}");
        post("SELF_ONLY", SampleVideo.bytes());

        assertThat(send("POST", "/sandbox/reset", "").statusCode()).isEqualTo(204);

        assertThat(client.list("/sandbox/creators")).hasSize(3);
        assertThat(client.list("/sandbox/publishes")).isEmpty();
        assertThat(get("/sandbox/settings").getBoolean("limits")).isTrue();
        assertThat(get("/sandbox/clock").getLong("offsetSeconds")).isZero();
        assertThat(directory.resolve("media")).isEmptyDirectory();
    }

    private JsonObject post(int status, String path, String body) {
        HttpResponse<String> answer = send("POST", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return new JsonObject(answer.body());
    }

    private JsonObject get(String path) {
        return new JsonObject(send("GET", path, "").body());
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return client.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }
}
