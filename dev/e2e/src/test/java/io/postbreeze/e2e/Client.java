package io.postbreeze.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A customer of the running stack: plain HTTP, none of Postbreeze's classes. */
final class Client {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ENDINGS = Set.of("PUBLISHED", "IN_INBOX", "FAILED", "CANCELED", "OUTCOME_UNKNOWN");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String api;
    private final String apiKey;
    private final String sandbox;

    Client(RunningStack stack) {
        this.api = stack.value("POSTBREEZE_API") + "/api/v1";
        this.apiKey = stack.value("POSTBREEZE_API_KEY");
        this.sandbox = stack.value("TIKTOK_SANDBOX");
    }

    /** Uploads a video as the documentation tells and answers its id. */
    String upload(Path file) throws Exception {
        return upload(file, "video/mp4");
    }

    String upload(Path file, String type) throws Exception {
        String wish = """
                {"filename": "%s", "contentType": "%s", "bytes": %d}""".formatted(file.getFileName(), type, Files.size(file));
        JsonNode presigned = json(post("/media/presign", wish), 200);
        HttpRequest put = HttpRequest.newBuilder(
                        URI.create(presigned.get("uploadUrl").textValue()))
                .header("Content-Type", presigned.at("/headers/Content-Type").textValue())
                .PUT(BodyPublishers.ofFile(file))
                .build();
        assertThat(http.send(put, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        return presigned.at("/mediaAsset/id").textValue();
    }

    /** Uploads a video in parts as the documentation tells and answers its id. */
    String uploadInParts(Path file) throws Exception {
        String wish = """
                {"filename": "%s", "contentType": "video/mp4", "bytes": %d}""".formatted(file.getFileName(), Files.size(file));
        JsonNode begun = json(post("/media/presign-multipart", wish), 200);
        String id = begun.at("/mediaAsset/id").textValue();
        int partBytes = begun.get("partBytes").intValue();
        byte[] bytes = Files.readAllBytes(file);
        for (JsonNode number : get("/media/" + id + "/parts").get("missing")) {
            String which = "{\"partNumbers\": [%d]}".formatted(number.intValue());
            JsonNode url = json(post("/media/" + id + "/parts", which), 200).at("/parts/0");
            int from = (number.intValue() - 1) * partBytes;
            HttpRequest put = HttpRequest.newBuilder(
                            URI.create(url.get("uploadUrl").textValue()))
                    .PUT(BodyPublishers.ofByteArray(
                            bytes, from, url.get("bytes").intValue()))
                    .build();
            assertThat(http.send(put, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
        JsonNode whole = json(post("/media/" + id + "/complete", ""), 200);
        assertThat(whole.get("status").textValue()).isEqualTo("READY");
        return id;
    }

    /** Sends a post that must be taken and answers its id. */
    String create(String body) throws Exception {
        return json(post("/posts", body), 201).get("id").textValue();
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        return postWith(apiKey, path, body);
    }

    /** Sends a post with a key under which it is made once, however often it is sent. */
    HttpResponse<String> postOnce(String idempotencyKey, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + "/posts"))
                .header("Authorization", "Bearer " + apiKey)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    HttpResponse<String> postWith(String key, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    JsonNode get(String path) throws Exception {
        return json(getFrom(api, apiKey, path), 200);
    }

    /** Asks at an address of its own, as one replica. */
    HttpResponse<String> getFrom(String address, String key, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + key)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /** Removes something and answers the status. */
    int delete(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + path))
                .header("Authorization", "Bearer " + apiKey)
                .DELETE()
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    static JsonNode json(HttpResponse<String> response, int status) throws IOException {
        assertThat(response.statusCode()).as(response::body).isEqualTo(status);
        return JSON.readTree(response.body());
    }

    JsonNode target(String postId) throws Exception {
        return get("/posts/" + postId).at("/targets/0");
    }

    /** Waits for the end of a post, however often its services are away meanwhile. */
    JsonNode ended(String postId) {
        return await("the end of " + postId)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(
                        () -> target(postId),
                        target -> ENDINGS.contains(target.get("status").textValue()));
    }

    /** What TikTok has on the creators' profiles under this caption. */
    List<JsonNode> onTikTok(String caption) {
        return entries(caption).stream()
                .filter(entry -> entry.get("status").textValue().equals("PUBLISH_COMPLETE"))
                .toList();
    }

    /** Everything that was ever begun under this caption. */
    List<JsonNode> entries(String caption) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox + "/sandbox/publishes"))
                    .build();
            List<JsonNode> found = new ArrayList<>();
            json(http.send(request, BodyHandlers.ofString()), 200).forEach(found::add);
            found.removeIf(entry -> !entry.get("caption").textValue().equals(caption));
            return found;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Account of a creator of one's own, who is made at the first time of asking. */
    String account(String handle) throws Exception {
        String wish = "{\"handle\": \"%s\"}".formatted(handle);
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox + "/sandbox/creators"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(wish))
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isIn(201, 409);
        return connect(handle);
    }

    /** Connects one more of the sandbox's creators and answers the account's id. */
    String connect(String creator) throws Exception {
        JsonNode consent = json(post("/social-accounts/connect", "{\"platform\": \"TIKTOK_PERSONAL\"}"), 200);
        String page = consent.get("authorizeUrl").textValue() + "&sandbox_auto_approve=" + creator;
        HttpResponse<String> approved =
                http.send(HttpRequest.newBuilder(URI.create(page)).build(), BodyHandlers.ofString());
        String callback = approved.headers().firstValue("Location").orElseThrow();
        HttpRequest landing = HttpRequest.newBuilder(URI.create(callback))
                .header("Accept", "application/json")
                .build();
        return json(http.send(landing, BodyHandlers.ofString()), 200)
                .get("accountId")
                .textValue();
    }
}
