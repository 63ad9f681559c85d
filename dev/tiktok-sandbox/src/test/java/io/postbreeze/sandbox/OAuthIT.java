package io.postbreeze.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.testkit.ManualClock;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OAuthIT {
    private static final String CHALLENGE = "0f007385b6f9d4b7eeb2748605afe1a984a0a3bfa3f014d09e2a784ce9e5cd1a";

    @TempDir
    Path directory;

    private final ManualClock clock = ManualClock.at("2026-12-01T12:00:00Z");
    private Sandbox sandbox;
    private Client client;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxConfig.forTests(directory), clock);
        client = new Client(sandbox.baseUrl());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aCodeWorksOnceAndWithinFiveMinutes() {
        String code = client.code("sandbox_creator", "");

        JsonObject first = client.exchange(code);
        JsonObject second = client.exchange(code);

        assertThat(first.getLong("expires_in")).isEqualTo(7_200);
        assertThat(first.getLong("refresh_expires_in")).isEqualTo(15_552_000);
        assertThat(second.getString("error")).isEqualTo("invalid_grant");
        assertThat(second.getInteger("http")).isEqualTo(200);
        String late = client.code("sandbox_creator", "");
        clock.advance(Duration.ofMinutes(5));
        assertThat(client.exchange(late).getString("error")).isEqualTo("invalid_grant");
    }

    @Test
    void anotherRedirectUriBurnsTheCode() {
        String code = client.code("sandbox_creator", "");
        JsonObject wrong = client.token(
                Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", "http://evil.example/"));

        assertThat(wrong.getString("error")).isEqualTo("invalid_request");
        assertThat(client.exchange(code).getString("error")).isEqualTo("invalid_grant");
    }

    @Test
    void aRefreshTokenDiesWhenItIsUsed() {
        String refresh = client.exchange(client.code("sandbox_creator", "")).getString("refresh_token");

        JsonObject renewed = client.token(Map.of("grant_type", "refresh_token", "refresh_token", refresh));

        assertThat(renewed.getString("access_token")).startsWith("act.");
        assertThat(client.token(Map.of("grant_type", "refresh_token", "refresh_token", refresh))
                        .getString("error"))
                .isEqualTo("invalid_grant");
        assertThat(client.token(Map.of(
                                "grant_type", "refresh_token", "refresh_token", renewed.getString("refresh_token")))
                        .getString("error"))
                .isNull();
    }

    @Test
    void anAccessTokenEndsAfterTwoHours() {
        String token = client.accessToken("sandbox_creator");
        clock.advance(Duration.ofHours(2));

        assertThat(Client.code(client.get("/v2/user/info/?fields=open_id", token)))
                .isEqualTo("401 access_token_invalid");
    }

    @Test
    void aChallengeIsHeldAgainstTheVerifier() {
        String extra = "&code_challenge_method=S256&code_challenge=" + CHALLENGE;
        String code = client.code("sandbox_creator", extra);
        String other = client.code("sandbox_creator", extra);

        assertThat(client.exchange(code).getString("error")).isEqualTo("invalid_request");
        assertThat(client.token(Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                other,
                                "redirect_uri",
                                Client.REDIRECT,
                                "code_verifier",
                                "A".repeat(43)))
                        .getString("open_id"))
                .isEqualTo("-000sandboxcreator0001");
    }

    @Test
    void aRevokedTokenIsDeadWithEverythingThatCameWithIt() {
        JsonObject tokens = client.exchange(client.code("sandbox_creator", ""));
        form(
                "/v2/oauth/revoke/",
                "client_key=sandbox-client-key&client_secret=sandbox-client-secret&token="
                        + tokens.getString("access_token"));

        assertThat(Client.code(client.get("/v2/user/info/?fields=open_id", tokens.getString("access_token"))))
                .isEqualTo("401 access_token_invalid");
        assertThat(client.token(Map.of(
                                "grant_type", "refresh_token", "refresh_token", tokens.getString("refresh_token")))
                        .getString("error"))
                .isEqualTo("invalid_grant");
    }

    @Test
    void tokensOutliveARestart() {
        String token = client.accessToken("sandbox_creator");
        sandbox.close();
        sandbox = Sandbox.start(SandboxConfig.forTests(directory), clock);
        client = new Client(sandbox.baseUrl());

        assertThat(Client.code(client.get("/v2/user/info/?fields=open_id,username,follower_count", token)))
                .isEqualTo("200 ok");
    }

    @Test
    void theConsentPageRefusesAnUnknownRedirect() {
        int status = client.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl()
                        + "/v2/auth/authorize/?client_key=sandbox-client-key&response_type=code&state=s&scope=user.info.basic"
                        + "&redirect_uri=http%3A%2F%2Fevil.example%2F&sandbox_auto_approve=sandbox_creator")))
                .statusCode();

        assertThat(status).isEqualTo(400);
    }

    @Test
    void theConsentPageIsAskedOnceAndGivesOnlyWhatWasTicked() {
        String query = "/v2/auth/authorize/?client_key=sandbox-client-key&response_type=code&state=a%26b"
                + "&scope=user.info.basic,video.list&redirect_uri=" + Client.REDIRECT;
        String page = client.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + query)))
                .body();
        String back = decide(query, "decision=approve&creator=-000sandboxcreator0001&granted=video.list&granted=other");
        JsonObject tokens = client.exchange(back.replaceAll(".*[?&]code=([^&]+).*", "$1"));

        assertThat(page).contains("@sandbox_creator", "@sandbox_private", "value=\"video.list\" checked");
        assertThat(back).startsWith(Client.REDIRECT + "?").contains("scopes=video.list", "&state=a%26b");
        assertThat(tokens.getString("scope")).isEqualTo("video.list");
        assertThat(Client.code(client.get("/v2/user/info/?fields=open_id", tokens.getString("access_token"))))
                .isEqualTo("401 scope_not_authorized");
        assertThat(decide(query, "decision=refuse&creator=-000sandboxcreator0001"))
                .contains("error=access_denied", "&state=a%26b")
                .doesNotContain("code=");
    }

    @Test
    void whoeverHasNotTheSecretGetsNothing() {
        JsonObject answer = new JsonObject(
                form("/v2/oauth/token/", "client_key=sandbox-client-key&client_secret=no&grant_type=refresh_token")
                        .body());

        assertThat(answer.getString("error")).isEqualTo("invalid_client");
        assertThat(answer.getString("log_id")).isNotEmpty();
        assertThat(client.token(Map.of("grant_type", "password")).getString("error"))
                .isEqualTo("unsupported_grant_type");
    }

    private String decide(String query, String form) {
        return form(query, form).headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> form(String path, String form) {
        return client.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }
}
