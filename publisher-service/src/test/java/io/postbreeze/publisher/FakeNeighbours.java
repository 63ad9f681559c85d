package io.postbreeze.publisher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.postbreeze.api.Secrets;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** post-api's token vault, media-service's facts and the object store, as far as this service talks to them. */
@Singleton
public class FakeNeighbours {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, StoredFile> files = new ConcurrentHashMap<>();
    private final Map<String, List<String>> tokens = new ConcurrentHashMap<>();
    private final List<String> tokenQuestions = new CopyOnWriteArrayList<>();
    private final AtomicReference<HttpServer> server = new AtomicReference<>();

    @ConfigProperty(name = "fake.neighbours")
    URI address;

    @ConfigProperty(name = "postbreeze.service-token")
    String serviceToken;

    void start(@Observes StartupEvent event) throws IOException {
        HttpServer started = HttpServer.create(new InetSocketAddress("127.0.0.1", address.getPort()), 0);
        started.setExecutor(Executors.newCachedThreadPool());
        started.createContext("/internal/v1/accounts/", this::token);
        started.createContext("/internal/v1/media/resolve", this::resolve);
        started.createContext("/objects/", this::download);
        started.start();
        server.set(started);
    }

    void stop(@Observes ShutdownEvent event) {
        server.get().stop(0);
    }

    /** A media asset of that size; any account may use it. */
    public StoredFile store(String mediaId, long size) {
        return store(mediaId, new StoredFile(size, null));
    }

    public StoredFile store(String mediaId, StoredFile file) {
        files.put(mediaId, file);
        return file;
    }

    /** The account's tokens: each following replaces the one before once that is refused. */
    public void account(String accountId, String... accountTokens) {
        tokens.put(accountId, List.of(accountTokens));
    }

    public List<String> tokenQuestionsOf(String accountId) {
        return tokenQuestions.stream()
                .filter(question -> question.startsWith(accountId + " "))
                .toList();
    }

    private void token(HttpExchange call) throws IOException {
        String accountId = call.getRequestURI().getPath().split("/")[4];
        String rejected = read(call).path("rejectedTokenSha256").asText("");
        tokenQuestions.add(accountId + " " + rejected);
        List<String> known = tokens.getOrDefault(accountId, List.of());
        if (!("Bearer " + serviceToken).equals(call.getRequestHeaders().getFirst("Authorization"))) {
            answer(call, 401, "{}");
        } else if (known.isEmpty()) {
            answer(call, 409, "{\"code\":\"ACCOUNT_NEEDS_RECONNECT\"}");
        } else {
            int next = known.stream().map(Secrets::sha256).toList().indexOf(rejected) + 1;
            String token = known.get(Math.min(next, known.size() - 1));
            answer(
                    call,
                    200,
                    "{\"accessToken\":\"%s\",\"expiresAt\":\"2099-01-01T00:00:00Z\",\"openId\":\"o\",\"username\":\"mia\"}"
                            .formatted(token));
        }
    }

    private void resolve(HttpExchange call) throws IOException {
        String id = read(call).path("mediaIds").path(0).asText();
        StoredFile file = files.get(id);
        answer(
                call,
                200,
                file == null
                        ? "{\"media\":[{\"mediaId\":\"%s\",\"status\":\"NOT_FOUND\"}]}".formatted(id)
                        : """
                        {"media":[{"mediaId":"%s","status":"READY","kind":"VIDEO","contentType":"video/mp4",
                        "sizeBytes":%d,"durationMs":12000,"frameRate":30.0,"rejection":null,
                        "etag":"%s","downloadUrl":"%s/objects/%s"}]}""".formatted(id, file.size(), version(file).replace("\"", "\\\""), address, id));
    }

    private void download(HttpExchange call) throws IOException {
        StoredFile file = files.get(call.getRequestURI().getPath().substring("/objects/".length()));
        if (!version(file).equals(call.getRequestHeaders().getFirst("If-Match"))) {
            answer(call, 412, "{}");
            return;
        }
        String[] range = call.getRequestHeaders()
                .getFirst("Range")
                .substring("bytes=".length())
                .split("-");
        long first = Long.parseLong(range[0]);
        long last = Long.parseLong(range[1]);
        call.getResponseHeaders().add("Content-Range", "bytes " + first + "-" + last + "/" + file.size());
        call.sendResponseHeaders(206, last - first + 1);
        try (call) {
            call.getResponseBody().write(file.bytes(first, (int) (last - first + 1)));
        }
    }

    /** Another one for each file that was ever stored. */
    private static String version(StoredFile file) {
        return "\"" + Integer.toHexString(System.identityHashCode(file)) + "\"";
    }

    private static JsonNode read(HttpExchange call) throws IOException {
        return JSON.readTree(call.getRequestBody());
    }

    private static void answer(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }
}
