package io.postbreeze.publisher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Gets tokens from the sandbox and reads its ledger, without our TikTok library. */
public final class SandboxConsent {
    private static final String BACK = encode("http://127.0.0.1:8080/api/v1/oauth/tiktok/callback");
    private static final String APP = "client_key=sandbox-client-key";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String sandbox;

    public SandboxConsent(String sandbox) {
        this.sandbox = sandbox;
    }

    /** A new token; TikTok's limits are per token. */
    public String token() {
        String location = send(HttpRequest.newBuilder(URI.create(sandbox + "/v2/auth/authorize/?" + APP
                        + "&response_type=code&state=s&scope=user.info.basic,video.publish&redirect_uri=" + BACK
                        + "&sandbox_auto_approve=sandbox_creator")))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String form = APP + "&client_secret=sandbox-client-secret&grant_type=authorization_code&redirect_uri=" + BACK
                + "&code=" + location.replaceAll(".*[?&]code=([^&]+).*", "$1");
        return json(send(HttpRequest.newBuilder(URI.create(sandbox + "/v2/oauth/token/"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))))
                .path("access_token")
                .asText();
    }

    public JsonNode get(String path) {
        return json(send(HttpRequest.newBuilder(URI.create(sandbox + path))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
