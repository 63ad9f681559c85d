package io.postbreeze.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 1.1: what the consent page takes, and where it tells what it does not. */
class AuthorizeIT extends Running {
    private static final String CHALLENGE = "0f007385b6f9d4b7eeb2748605afe1a984a0a3bfa3f014d09e2a784ce9e5cd1a";

    @ParameterizedTest
    @CsvSource({
        "client_key,",
        "client_key,another",
        "redirect_uri,",
        "redirect_uri,http://127.0.0.1:8080/api/v1/oauth/tiktok/callback/",
        "redirect_uri,http://127.0.0.1:8080/api/v1/oauth/tiktok/callback?x=1",
        "redirect_uri,HTTP://127.0.0.1:8080/api/v1/oauth/tiktok/callback",
        "redirect_uri,http://127.0.0.1:8080/api/v1/oauth/tiktok-business/callback/"
    })
    void nobodyIsSentToAnAddressThatIsNotTheApps(String name, String value) {
        HttpResponse<String> answer = ask(with(name, value));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.body()).contains("Something went wrong");
    }

    @ParameterizedTest
    @CsvSource({
        "response_type,,invalid_request",
        "response_type,token,unsupported_response_type",
        "scope,,invalid_scope",
        "scope,video.delete,invalid_scope",
        "scope,'video.list,video.insights',invalid_scope",
        "scope,video.list user.info.basic,invalid_scope",
        "state,,invalid_request",
        "disable_auto_auth,2,invalid_request",
        "disable_auto_auth,yes,invalid_request",
        "code_challenge_method,S256,invalid_request",
        "code_challenge," + CHALLENGE + ",invalid_request"
    })
    void theAppIsToldWhatIsWrong(String name, String value, String error) {
        String location = location(ask(with(name, value)));

        assertThat(location)
                .startsWith(Client.REDIRECT + "?error=" + error + "&error_description=")
                .doesNotContain("code=");
        assertThat(location.contains("&state=s")).isEqualTo(!name.equals("state"));
    }

    @ParameterizedTest
    @CsvSource({"plain," + CHALLENGE, "S256,D_AHOFs-nUte", "S256,0F007385"})
    void aChallengeIsAHexSha256(String method, String challenge) {
        Map<String, String> query = with("code_challenge", challenge);
        query.put("code_challenge_method", method);

        assertThat(location(ask(query))).contains("error=invalid_request");
    }

    @Test
    void thePageNamesEachScopeAndEveryCreator() {
        HttpResponse<String> page = ask(with("disable_auto_auth", "1"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("value=\"user.info.basic\" checked", "value=\"video.list\" checked")
                .contains("@sandbox_creator (public)", "@sandbox_private (private)", "@sandbox_newcomer (public)")
                .contains("width=device-width", "Approve", "Refuse");
    }

    @Test
    void whoAgreedBeforeIsAskedAgainUnlessTheAppSaysNotTo() {
        HttpResponse<String> agreed = client.send(HttpRequest.newBuilder(uri(with("state", "s")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "decision=approve&creator=-000sandboxcreator0001&granted=user.info.basic&granted=video.list")));
        String cookie = agreed.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];

        assertThat(askWith(cookie, with("state", "s")).statusCode()).isEqualTo(200);
        assertThat(askWith(cookie, with("disable_auto_auth", "1")).statusCode()).isEqualTo(200);
        assertThat(location(askWith(cookie, with("disable_auto_auth", "0"))))
                .contains("code=", "scopes=user.info.basic%2Cvideo.list");
        Map<String, String> more = with("disable_auto_auth", "0");
        more.put("scope", "user.info.basic,video.publish");
        assertThat(askWith(cookie, more).statusCode()).isEqualTo(200);
        assertThat(ask(with("disable_auto_auth", "0")).statusCode()).isEqualTo(200);
    }

    @Test
    void aCreatorWhoDoesNotExistCannotAgree() {
        assertThat(ask(with("sandbox_auto_approve", "nobody")).statusCode()).isEqualTo(400);
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> query = new LinkedHashMap<>(Map.of(
                "client_key",
                "sandbox-client-key",
                "response_type",
                "code",
                "state",
                "s",
                "scope",
                "user.info.basic,video.list",
                "redirect_uri",
                Client.REDIRECT));
        if (value == null) {
            query.remove(name);
        } else {
            query.put(name, value);
        }
        return query;
    }

    private HttpResponse<String> ask(Map<String, String> query) {
        return client.send(HttpRequest.newBuilder(uri(query)));
    }

    private HttpResponse<String> askWith(String cookie, Map<String, String> query) {
        return client.send(HttpRequest.newBuilder(uri(query)).header("Cookie", cookie));
    }

    private URI uri(Map<String, String> query) {
        return URI.create(sandbox.baseUrl() + "/v2/auth/authorize/?"
                + query.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
