package io.postbreeze.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The suite's own small client. It knows paths and JSON and nothing of what is right. */
final class Tiktok {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Tiktok() {}

    /** JSON written with single quotes. */
    static String json(String quoted) {
        return quoted.replace('\'', '"');
    }

    static JsonNode node(String quoted) {
        try {
            return JSON.readTree(json(quoted));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(quoted, e);
        }
    }

    static Answer post(String path, String token, String body) {
        HttpRequest.Builder request =
                at(path).header("Content-Type", "application/json; charset=UTF-8").POST(BodyPublishers.ofString(body));
        return send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    static Answer get(String path, String token) {
        return send(token.isEmpty() ? at(path) : at(path).header("Authorization", "Bearer " + token));
    }

    static Answer business(String method, String path, String token, String body) {
        HttpRequest.Builder request = at("/open_api/v1.3" + path).header("Content-Type", "application/json");
        request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return send(token.isEmpty() ? request : request.header("Access-Token", token));
    }

    static Answer form(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(at(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    static Answer admin(String method, String path, String body) {
        return send(at("/sandbox" + path).method(method, BodyPublishers.ofString(json(body))));
    }

    static Answer chunk(String url, byte[] file, int first, int last) {
        return chunk(url, "video/mp4", "bytes " + first + "-" + last + "/" + file.length, slice(file, first, last));
    }

    static byte[] slice(byte[] file, int first, int last) {
        return Arrays.copyOfRange(file, first, last + 1);
    }

    static Answer chunk(String url, String type, String range, byte[] bytes) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).PUT(BodyPublishers.ofByteArray(bytes));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        return send(range.isEmpty() ? request : request.header("Content-Range", range));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(Target.API + path));
    }

    static Answer send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(Duration.ofSeconds(30)).build();
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            JsonNode json = parse(response.body());
            Seen.note(response.statusCode(), request.uri().getPath(), json);
            return new Answer(response.statusCode(), response.headers(), json);
        } catch (IOException e) {
            throw new ConnectionBroken(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** No answer, or not all of one. */
    static final class ConnectionBroken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ConnectionBroken(IOException cause) {
            super(cause);
        }
    }
}
