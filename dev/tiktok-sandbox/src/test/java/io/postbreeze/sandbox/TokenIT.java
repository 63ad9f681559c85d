package io.postbreeze.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections 1.2 to 1.5: tokens, their lives and ends, and what is said about wrong requests. */
class TokenIT extends Running {
    private static final String APP = "client_key=sandbox-client-key&client_secret=sandbox-client-secret&";
    private static final String PROFILE = "/v2/user/info/?fields=open_id";

    @ParameterizedTest
    @CsvSource({
        "client_key=sandbox-client-key&grant_type=authorization_code,invalid_request",
        "client_key=sandbox-client-key&client_secret=no&grant_type=authorization_code,invalid_client",
        "client_key=no&client_secret=sandbox-client-secret&grant_type=authorization_code,invalid_client",
        "client_key=sandbox-business-id&client_secret=sandbox-business-secret&grant_type=x,unauthorized_client",
        APP + "code=x,invalid_request",
        APP + "grant_type=password,unsupported_grant_type",
        APP + "grant_type=authorization_code,invalid_request",
        APP + "grant_type=authorization_code&code=x,invalid_grant",
        APP + "grant_type=refresh_token,invalid_request",
        APP + "grant_type=refresh_token&refresh_token=rft.x,invalid_grant"
    })
    void aWrongRequestIsToldWhyWithTheStatusThatIsSet(String form, String error) {
        HttpResponse<String> live = form("/v2/oauth/token/", form);
        settings(new JsonObject().put("oauthErrorStatus", 400));
        HttpResponse<String> standard = form("/v2/oauth/token/", form);

        JsonObject body = new JsonObject(live.body());
        assertThat(body.fieldNames()).containsExactlyInAnyOrder("error", "error_description", "log_id");
        assertThat(body.getString("error")).isEqualTo(error);
        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(standard.statusCode()).isEqualTo(error.equals("invalid_client") ? 401 : 400);
        assertThat(new JsonObject(standard.body()).getString("error")).isEqualTo(error);
    }

    @Test
    void aSuccessIsFlatAndComplete() {
        JsonObject tokens = client.exchange(client.code("sandbox_creator", ""));

        assertThat(tokens.fieldNames())
                .containsExactlyInAnyOrder(
                        "open_id",
                        "scope",
                        "access_token",
                        "expires_in",
                        "refresh_token",
                        "refresh_expires_in",
                        "token_type",
                        "http");
        assertThat(tokens.getString("access_token")).startsWith("act.");
        assertThat(tokens.getString("refresh_token")).startsWith("rft.");
        assertThat(tokens.getString("token_type")).isEqualTo("Bearer");
    }

    @Test
    void aClientTokenOpensNothingOfACreator() {
        JsonObject answer = client.token(Map.of("grant_type", "client_credentials"));

        assertThat(answer.getString("access_token")).startsWith("clt.");
        assertThat(answer.getInteger("expires_in")).isEqualTo(7_200);
        assertThat(answer.containsKey("refresh_token")).isFalse();
        assertThat(Client.code(client.get(PROFILE, answer.getString("access_token"))))
                .isEqualTo("401 access_token_invalid");
    }

    @Test
    void aVerifierIsIgnoredWhenNoChallengeWasSent() {
        assertThat(client.token(Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                client.code("sandbox_creator", ""),
                                "redirect_uri",
                                Client.REDIRECT,
                                "code_verifier",
                                "whatever"))
                        .getString("error"))
                .isNull();
    }

    @Test
    void aCodeWithoutItsRedirectUriIsBurnt() {
        String code = client.code("sandbox_creator", "");

        assertThat(client.token(Map.of("grant_type", "authorization_code", "code", code))
                        .getString("error"))
                .isEqualTo("invalid_request");
        assertThat(client.exchange(code).getString("error")).isEqualTo("invalid_grant");
    }

    @Test
    void theOldAccessTokenLivesOnAfterARefresh() {
        JsonObject first = client.exchange(client.code("sandbox_creator", ""));
        JsonObject second = refresh(first);

        assertThat(second.getString("refresh_token")).isNotEqualTo(first.getString("refresh_token"));
        assertThat(Client.code(client.get(PROFILE, first.getString("access_token"))))
                .isEqualTo("200 ok");
        assertThat(Client.code(client.get(PROFILE, second.getString("access_token"))))
                .isEqualTo("200 ok");
    }

    @Test
    void theLegacyProfileReturnsTheSameRefreshTokenAndCountsItsLifeFromTheFirstIssue() {
        settings(new JsonObject().put("tokenProfile", "legacy"));
        JsonObject first = client.exchange(client.code("sandbox_creator", ""));
        clock.advance(Duration.ofDays(1));
        JsonObject second = refresh(first);
        JsonObject third = refresh(first);

        assertThat(first.getLong("expires_in")).isEqualTo(86_400);
        assertThat(first.getLong("refresh_expires_in")).isEqualTo(31_536_000);
        assertThat(second.getString("refresh_token")).isEqualTo(first.getString("refresh_token"));
        assertThat(second.getLong("refresh_expires_in")).isEqualTo(31_536_000 - 86_400);
        assertThat(third.getString("access_token")).isNotEqualTo(second.getString("access_token"));
    }

    @Test
    void aRefreshTokenEndsAfterHalfAYear() {
        JsonObject tokens = client.exchange(client.code("sandbox_creator", ""));
        clock.advance(Duration.ofDays(180));

        assertThat(refresh(tokens).getString("error")).isEqualTo("invalid_grant");
    }

    @Test
    void revokingNeedsALivingAccessTokenAndTheApp() {
        JsonObject tokens = client.exchange(client.code("sandbox_creator", ""));
        String access = tokens.getString("access_token");

        assertThat(error(form("/v2/oauth/revoke/", "client_key=sandbox-client-key&client_secret=no&token=" + access)))
                .isEqualTo("invalid_client");
        assertThat(error(form("/v2/oauth/revoke/", APP + "token=" + tokens.getString("refresh_token"))))
                .isEqualTo("invalid_request");
        clock.advance(Duration.ofHours(2));
        assertThat(error(form("/v2/oauth/revoke/", APP + "token=" + access))).isEqualTo("invalid_request");
        String renewed = refresh(tokens).getString("access_token");
        assertThat(form("/v2/oauth/revoke/", APP + "token=" + renewed).body()).isEqualTo("{}");
        assertThat(Client.code(client.get(PROFILE, renewed))).isEqualTo("401 access_token_invalid");
    }

    @Test
    void revokingTellsTheWebhookThatTheDeveloperDidIt() {
        settings(new JsonObject().put("webhookUrl", "http://127.0.0.1:9/"));
        form("/v2/oauth/revoke/", APP + "token=" + token);

        JsonObject event = client.list("/sandbox/webhooks").stream()
                .map(JsonObject.class::cast)
                .filter(delivery -> delivery.getString("event").equals("authorization.removed"))
                .findFirst()
                .orElseThrow();
        assertThat(event.getJsonObject("content").getInteger("reason")).isEqualTo(5);
    }

    @Test
    void aCodeDiesWithTheConnection() {
        String code = client.code("sandbox_creator", "");
        form("/v2/oauth/revoke/", APP + "token=" + token);

        assertThat(client.exchange(code).getString("error")).isEqualTo("invalid_grant");
    }

    private JsonObject refresh(JsonObject tokens) {
        return client.token(Map.of("grant_type", "refresh_token", "refresh_token", tokens.getString("refresh_token")));
    }

    private void settings(JsonObject changed) {
        assertThat(client.send("POST", "/sandbox/settings", changed)).isEqualTo(200);
    }

    private static String error(HttpResponse<String> answer) {
        return new JsonObject(answer.body()).getString("error");
    }

    private HttpResponse<String> form(String path, String form) {
        return client.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }
}
