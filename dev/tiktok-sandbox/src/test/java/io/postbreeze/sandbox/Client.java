package io.postbreeze.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** A plain client that shares no code with our TikTok library, so that the two cannot share a mistake. */
final class Client {
    static final String REDIRECT = "http://127.0.0.1:8080/api/v1/oauth/tiktok/callback";
    private static final String SCOPES =
            "user.info.basic,user.info.profile,user.info.stats,video.list,video.publish,video.upload";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    Client(String base) {
        this.base = base;
    }

    String code(String creator, String extra) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(base
                + "/v2/auth/authorize/?client_key=sandbox-client-key&response_type=code&state=s&scope=" + SCOPES
                + "&redirect_uri=" + encode(REDIRECT) + "&sandbox_auto_approve=" + creator + extra)));
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.replaceAll(".*[?&]code=([^&]+).*", "$1");
    }

    JsonObject token(Map<String, String> extra) {
        String form = extra.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(base + "/v2/oauth/token/"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "client_key=sandbox-client-key&client_secret=sandbox-client-secret&" + form)));
        return new JsonObject(answer.body()).put("http", answer.statusCode());
    }

    JsonObject exchange(String code) {
        return token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT));
    }

    String accessToken(String creator) {
        return exchange(code(creator, "")).getString("access_token");
    }

    JsonObject post(String path, String token, JsonObject body) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(body.encode())));
        return new JsonObject(answer.body()).put("http", answer.statusCode());
    }

    JsonObject get(String path, String token) {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token));
        return new JsonObject(answer.body()).put("http", answer.statusCode());
    }

    JsonObject init(String token, String privacy, long size, long chunk, long count) {
        return init(token, new JsonObject().put("title", "t").put("privacy_level", privacy), size, chunk, count);
    }

    JsonObject init(String token, JsonObject info, long size, long chunk, long count) {
        return post(
                "/v2/post/publish/video/init/",
                token,
                new JsonObject()
                        .put("post_info", info)
                        .put(
                                "source_info",
                                new JsonObject()
                                        .put("source", "FILE_UPLOAD")
                                        .put("video_size", size)
                                        .put("chunk_size", chunk)
                                        .put("total_chunk_count", count)));
    }

    HttpResponse<String> chunk(String url, byte[] video, int first, int last) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "video/mp4")
                .header("Content-Range", "bytes " + first + "-" + last + "/" + video.length)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(Arrays.copyOfRange(video, first, last + 1))));
    }

    JsonObject status(String token, String publishId) {
        return post("/v2/post/publish/status/fetch/", token, new JsonObject().put("publish_id", publishId));
    }

    /** One of the sandbox's own lists. */
    JsonArray list(String path) {
        return new JsonArray(
                send(HttpRequest.newBuilder(URI.create(base + path))).body());
    }

    /** The newest post that is in the ledger. */
    JsonObject newestPost() {
        return list("/sandbox/publishes").getJsonObject(0);
    }

    /** How often calls were answered how. */
    JsonObject requests() {
        return new JsonObject(send(HttpRequest.newBuilder(URI.create(base + "/sandbox/requests/summary")))
                .body());
    }

    /** A command to the sandbox itself; the status that came back. */
    int send(String method, String path, JsonObject body) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body.encode())))
                .statusCode();
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String code(JsonObject answer) {
        return answer.getInteger("http") + " " + answer.getJsonObject("error").getString("code");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
