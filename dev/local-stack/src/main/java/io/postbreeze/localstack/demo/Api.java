package io.postbreeze.localstack.demo;

import io.postbreeze.localstack.StackFailure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Postbreeze's public API, as the demo needs it. */
final class Api implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String key;

    Api(String gateway, String key) {
        this.base = gateway + "/api/v1";
        this.key = key;
    }

    JsonObject get(String path) throws InterruptedException {
        return new JsonObject(body(request(path).GET()));
    }

    JsonArray list(String path) throws InterruptedException {
        return new JsonArray(body(request(path).GET()));
    }

    /** Whether there is something at {@code path} yet. */
    boolean exists(String path) throws InterruptedException {
        return send(request(path).GET()).statusCode() == 200;
    }

    JsonObject post(String path, JsonObject body) throws InterruptedException {
        return new JsonObject(body(
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.encode()))));
    }

    /** The body at an address outside the API, which needs no key. */
    String fetch(String url) throws InterruptedException {
        return body(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    /** PUTs to a presigned URL, which needs no key. */
    void put(String url, JsonObject headers, BodyPublisher content) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).PUT(content);
        headers.fieldNames().forEach(name -> request.header(name, headers.getString(name)));
        body(request);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + key);
    }

    private String body(HttpRequest.Builder request) throws InterruptedException {
        HttpResponse<String> response = send(request);
        if (response.statusCode() / 100 != 2) {
            String message = "%s %s answered %d: %s"
                    .formatted(
                            response.request().method(),
                            response.uri().getPath(),
                            response.statusCode(),
                            response.body());
            // A 5xx is as good as no answer: a service that was killed is on its way back.
            throw new StackFailure(message, response.statusCode() >= 500 ? new IOException(message) : null);
        }
        return response.body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return http.send(request.timeout(ANSWER).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StackFailure("No answer from " + base + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
