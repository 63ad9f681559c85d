package io.postbreeze.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Connects as a web application does. */
final class Login {
    static final String REDIRECT = Target.setting("REDIRECT_URI", "http://127.0.0.1:8080/api/v1/oauth/tiktok/callback");
    static final String KEY = Target.setting("CLIENT_KEY", "sandbox-client-key");
    static final String SECRET = Target.setting("CLIENT_SECRET", "sandbox-client-secret");

    private final Stage stage;

    Login(Stage stage) {
        this.stage = stage;
    }

    /** What the application's callback is told, when the person agrees at once; changes replace parameters. */
    Map<String, String> authorize(Map<String, String> changes) {
        Answer answer = page(changes);
        assertThat(answer.status()).as(answer.text()).isIn(302, 303);
        String query = URI.create(answer.header("Location")).getRawQuery();
        Map<String, String> back = Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        stage.api.seen().add(back.getOrDefault("error", ""));
        return back;
    }

    Answer page(Map<String, String> changes) {
        Map<String, String> query = new LinkedHashMap<>(Map.of(
                "client_key",
                KEY,
                "response_type",
                "code",
                "state",
                "case-state",
                "scope",
                Stage.ALL,
                "redirect_uri",
                REDIRECT,
                "sandbox_auto_approve",
                stage.person().handle()));
        query.putAll(changes);
        query.values().removeIf(String::isEmpty);
        return stage.api.plain("/v2/auth/authorize/?" + Api.encoded(query));
    }

    String code(Map<String, String> changes) {
        return authorize(changes).getOrDefault("code", "");
    }

    Answer exchange(Map<String, String> changes) {
        Map<String, String> form = new HashMap<>(Map.of("grant_type", "authorization_code", "redirect_uri", REDIRECT));
        form.putAll(changes);
        return token(form);
    }

    Answer token(Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(Map.of("client_key", KEY, "client_secret", SECRET));
        form.putAll(fields);
        form.values().removeIf("-"::equals);
        return stage.api.form(Api.TOKEN, form);
    }

    Answer refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    Answer revoke(String token) {
        return stage.api.form(Api.REVOKE, Map.of("client_key", KEY, "client_secret", SECRET, "token", token));
    }

    JsonObject connect() {
        return exchange(Map.of("code", code(Map.of()))).body();
    }
}
