package io.postbreeze.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Section 5: the Business API's own tokens. */
class BusinessTokenIT extends Running {
    private static final String BACK = "http://127.0.0.1:8080/api/v1/oauth/tiktok-business/callback/";

    @Test
    void aCodeOfTheBusinessAppIsGoodForTenMinutesOnce() {
        String code = consent();
        String late = consent();
        clock.advance(Duration.ofMinutes(9));
        JsonObject data = exchange(code).getJsonObject("data");

        assertThat(data.getLong("expires_in")).isEqualTo(86_400);
        assertThat(data.getLong("refresh_token_expires_in")).isEqualTo(31_536_000);
        assertThat(data.getString("open_id")).isEqualTo("-000sandboxcreator0001");
        assertThat(data.getString("scope")).isEqualTo("user.insights,video.insights");
        assertThat(exchange(code).getInteger("code")).isEqualTo(40002);
        clock.advance(Duration.ofMinutes(1));
        assertThat(exchange(late).getInteger("code")).isEqualTo(40002);
    }

    @Test
    void codesAndRefreshTokensOfOnePlatformMeanNothingToTheOther() {
        assertThat(exchange(client.code("sandbox_creator", "")).getInteger("code"))
                .isEqualTo(40002);
        assertThat(client.exchange(consent()).getString("error")).isEqualTo("invalid_grant");
        String v2 = client.exchange(client.code("sandbox_creator", "")).getString("refresh_token");
        assertThat(refresh(v2).getInteger("code")).isEqualTo(40002);
        String business = exchange(consent()).getJsonObject("data").getString("refresh_token");
        assertThat(client.token(Map.of("grant_type", "refresh_token", "refresh_token", business))
                        .getString("error"))
                .isEqualTo("invalid_grant");
    }

    @Test
    void aRefreshBringsANewAccessTokenAndTheSameRefreshToken() {
        JsonObject first = exchange(consent()).getJsonObject("data");
        JsonObject second = refresh(first.getString("refresh_token")).getJsonObject("data");

        assertThat(second.getString("access_token")).isNotEqualTo(first.getString("access_token"));
        assertThat(second.getString("refresh_token")).isEqualTo(first.getString("refresh_token"));
    }

    @Test
    void aTokenTellsWhatItIsGoodForUntilItIsRevoked() {
        JsonObject tokens = exchange(consent()).getJsonObject("data");
        String access = tokens.getString("access_token");
        JsonObject question =
                new JsonObject().put("app_id", "sandbox-business-id").put("access_token", access);

        assertThat(post("tt_user/token_info/get/", question)
                        .getJsonObject("data")
                        .getMap())
                .containsEntry("creator_id", "-000sandboxcreator0001")
                .containsEntry("scope", "user.insights,video.insights");
        JsonObject end = app().put("access_token", access);
        assertThat(post("tt_user/oauth2/revoke/", end).getInteger("code")).isZero();
        assertThat(post("tt_user/token_info/get/", question).getInteger("code")).isEqualTo(40105);
        assertThat(refresh(tokens.getString("refresh_token")).getInteger("code"))
                .isEqualTo(40002);
        assertThat(Client.code(client.get("/v2/user/info/?fields=open_id", token)))
                .isEqualTo("200 ok");
    }

    @Test
    void whoIsNotTheAppOrSaysTooLittleGetsNothing() {
        JsonObject wrong = app().put("client_secret", "no")
                .put("grant_type", "authorization_code")
                .put("auth_code", consent())
                .put("redirect_uri", BACK);

        assertThat(post("tt_user/oauth2/token/", wrong).getInteger("code")).isEqualTo(40002);
        assertThat(post("tt_user/oauth2/token/", app()).getInteger("code")).isEqualTo(40002);
        assertThat(post("tt_user/oauth2/token/", app().put("grant_type", "password"))
                        .getInteger("code"))
                .isEqualTo(40002);
        assertThat(post("tt_user/token_info/get/", new JsonObject().put("app_id", "x"))
                        .getInteger("code"))
                .isEqualTo(40002);
    }

    private String consent() {
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl()
                + "/v2/auth/authorize/?client_key=sandbox-business-id&response_type=code&state=s"
                + "&scope=user.insights,video.insights&sandbox_auto_approve=sandbox_creator&redirect_uri="
                + URLEncoder.encode(BACK, StandardCharsets.UTF_8))));
        return answer.headers().firstValue("Location").orElseThrow().replaceAll(".*[?&]code=([^&]+).*", "$1");
    }

    private JsonObject exchange(String code) {
        return post(
                "tt_user/oauth2/token/",
                app().put("grant_type", "authorization_code")
                        .put("auth_code", code)
                        .put("redirect_uri", BACK));
    }

    private JsonObject refresh(String refreshToken) {
        return post(
                "tt_user/oauth2/refresh_token/",
                app().put("grant_type", "refresh_token").put("refresh_token", refreshToken));
    }

    private static JsonObject app() {
        return new JsonObject().put("client_id", "sandbox-business-id").put("client_secret", "sandbox-business-secret");
    }

    private JsonObject post(String path, JsonObject body) {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/open_api/v1.3/" + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.encode())));
        assertThat(answer.statusCode()).isEqualTo(200);
        return new JsonObject(answer.body());
    }
}
