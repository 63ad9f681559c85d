package io.postbreeze.bench.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** What is asked of a running stack, as any customer would, and of its sandbox. */
public final class StackApi implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String api;
    private final String apiKey;
    private final String sandbox;

    /** With a key that has no limit of requests. */
    public StackApi(String gateway, String apiKey, String sandbox) {
        this.api = gateway + "/api/v1";
        this.apiKey = apiKey;
        this.sandbox = sandbox;
    }

    /** Stores a file and answers its id. */
    public String upload(String filename, String contentType, byte[] bytes) throws IOException, InterruptedException {
        JsonNode presigned = presign(filename, contentType, bytes.length);
        HttpRequest put = HttpRequest.newBuilder(
                        URI.create(presigned.get("uploadUrl").textValue()))
                .header("Content-Type", presigned.at("/headers/Content-Type").textValue())
                .PUT(BodyPublishers.ofByteArray(bytes))
                .build();
        HttpResponse<String> stored = send(put);
        if (stored.statusCode() != 200) {
            throw unexpected(stored);
        }
        return presigned.at("/mediaAsset/id").textValue();
    }

    /** Asks for an upload address. */
    public JsonNode presign(String filename, String contentType, long size) throws IOException, InterruptedException {
        Map<String, Object> wish = Map.of("filename", filename, "contentType", contentType, "bytes", size);
        return json(send(post("/media/presign", wish)), 200);
    }

    /** Asks what a file is, which has it looked at when nobody asked before. */
    public JsonNode media(String mediaId) throws IOException, InterruptedException {
        return json(send(request("/media/" + mediaId).build()), 200);
    }

    /** Has a file fetched; what it is by then, or that it is still being fetched. */
    public JsonNode fromUrl(String url) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(post("/media/from-url", Map.of("url", url, "type", "video")));
        return json(answer, answer.statusCode() == 202 ? 202 : 201);
    }

    /** Makes a creator, if there is none of this name, and connects the account. */
    public String account(String handle) throws IOException, InterruptedException {
        HttpRequest creator = HttpRequest.newBuilder(URI.create(sandbox + "/sandbox/creators"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("handle", handle))))
                .build();
        HttpResponse<String> made = send(creator);
        if (made.statusCode() != 201 && made.statusCode() != 409) {
            throw unexpected(made);
        }
        JsonNode consent = json(send(post("/social-accounts/connect", Map.of("platform", "TIKTOK_PERSONAL"))), 200);
        String page = consent.get("authorizeUrl").textValue() + "&sandbox_auto_approve=" + handle;
        HttpResponse<String> approved =
                send(HttpRequest.newBuilder(URI.create(page)).build());
        String callback = approved.headers().firstValue("Location").orElseThrow(() -> unexpected(approved));
        HttpRequest landing = HttpRequest.newBuilder(URI.create(callback))
                .header("Accept", "application/json")
                .build();
        return json(send(landing), 200).get("accountId").textValue();
    }

    /** Schedules a post that everyone may see, and answers its id. */
    public String schedule(String caption, List<String> mediaIds, String accountId, Instant due)
            throws IOException, InterruptedException {
        return schedule(caption, mediaIds, accountId, due, Map.of());
    }

    /** The same with further options. Asked twice in the same words, it is done once. */
    public String schedule(
            String caption, List<String> mediaIds, String accountId, Instant due, Map<String, Object> further)
            throws IOException, InterruptedException {
        Map<String, Object> options = new HashMap<>(further);
        options.put("platform", "TIKTOK_PERSONAL");
        options.put("privacy", "PUBLIC_TO_EVERYONE");
        Map<String, Object> body = Map.of(
                "caption",
                caption,
                "scheduledAt",
                due.toString(),
                "mediaIds",
                mediaIds,
                "targets",
                List.of(Map.of("socialAccountId", accountId, "platformOptions", options)));
        HttpRequest once = HttpRequest.newBuilder(post("/posts", body), (name, value) -> true)
                .header(
                        "Idempotency-Key",
                        UUID.nameUUIDFromBytes(JSON.writeValueAsBytes(body)).toString())
                .build();
        return json(send(once), 201).get("id").textValue();
    }

    /** Cancels a post. */
    public CompletableFuture<HttpResponse<String>> cancel(String postId) {
        HttpRequest request = request("/posts/" + postId + "/cancel")
                .POST(BodyPublishers.noBody())
                .build();
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    /** A post's status. */
    public String status(String postId) throws IOException, InterruptedException {
        return post(postId).get("status").textValue();
    }

    /** A post as it stands. */
    public JsonNode post(String postId) throws IOException, InterruptedException {
        return json(send(request("/posts/" + postId).build()), 200);
    }

    /** What happened to a post, oldest first. */
    public JsonNode timeline(String postId) throws IOException, InterruptedException {
        return json(send(request("/posts/" + postId + "/timeline").build()), 200);
    }

    /** Tells the sandbox something on its own side, such as {@code /sandbox/faults}. */
    public void tellSandbox(String path, Map<String, ?> body) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(sandbox + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
        if (answer.statusCode() / 100 != 2) {
            throw unexpected(answer);
        }
    }

    /** Everything that was ever begun on TikTok, newest first. */
    public JsonNode ledger() throws IOException, InterruptedException {
        return askSandbox("/sandbox/publishes");
    }

    /** What the sandbox tells on its own side, such as {@code /sandbox/requests/summary}. */
    public JsonNode askSandbox(String path) throws IOException, InterruptedException {
        return json(send(HttpRequest.newBuilder(URI.create(sandbox + path)).build()), 200);
    }

    private HttpRequest post(String path, Map<String, Object> body) throws IOException {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + apiKey);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response, int status) throws IOException {
        if (response.statusCode() != status) {
            throw unexpected(response);
        }
        return JSON.readTree(response.body());
    }

    private static IllegalStateException unexpected(HttpResponse<String> response) {
        return new IllegalStateException("%s answered %d, %s"
                .formatted(response.request().uri().getPath(), response.statusCode(), response.body()));
    }

    @Override
    public void close() {
        http.close();
    }
}
