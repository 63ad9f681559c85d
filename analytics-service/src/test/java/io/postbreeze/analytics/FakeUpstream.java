package io.postbreeze.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** TikTok's {@code video/query} and post-api's token vault, as far as this service talks to them. */
@Singleton
public class FakeUpstream {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Map<String, Long>> videos = new ConcurrentHashMap<>();
    private final Map<String, List<String>> tokens = new ConcurrentHashMap<>();
    private final Set<String> deadTokens = ConcurrentHashMap.newKeySet();
    private final Set<String> throttledTokens = ConcurrentHashMap.newKeySet();
    private final List<List<String>> queries = new CopyOnWriteArrayList<>();
    private final List<String> tokenQuestions = new CopyOnWriteArrayList<>();
    private final AtomicReference<HttpServer> server = new AtomicReference<>();

    @ConfigProperty(name = "fake.upstream")
    URI address;

    @ConfigProperty(name = "postbreeze.service-token")
    String serviceToken;

    void start(@Observes StartupEvent event) throws IOException {
        HttpServer started = HttpServer.create(new InetSocketAddress("127.0.0.1", address.getPort()), 0);
        started.createContext("/v2/video/query/", this::query);
        started.createContext("/internal/v1/accounts/", this::token);
        started.start();
        server.set(started);
    }

    void stop(@Observes ShutdownEvent event) {
        server.get().stop(0);
    }

    /** The account's tokens: the first is current, each following replaces the one before once that is refused. */
    public void account(String accountId, String... accountTokens) {
        tokens.put(accountId, List.of(accountTokens));
    }

    public void video(String id, Map<String, Long> counts) {
        videos.put(id, counts);
    }

    public void remove(String id) {
        videos.remove(id);
    }

    public void kill(String token) {
        deadTokens.add(token);
    }

    public void throttle(String token) {
        throttledTokens.add(token);
    }

    public void relax(String token) {
        throttledTokens.remove(token);
    }

    public List<List<String>> queriesOf(String id) {
        return queries.stream().filter(ids -> ids.contains(id)).toList();
    }

    public List<String> tokenQuestionsOf(String accountId) {
        return tokenQuestions.stream()
                .filter(question -> question.startsWith(accountId + " "))
                .toList();
    }

    private void token(HttpExchange call) throws IOException {
        String accountId = call.getRequestURI().getPath().split("/")[4];
        String rejected =
                JSON.readTree(call.getRequestBody()).path("rejectedTokenSha256").asText("");
        tokenQuestions.add(accountId + " " + rejected);
        List<String> known = tokens.getOrDefault(accountId, List.of());
        if (!("Bearer " + serviceToken).equals(call.getRequestHeaders().getFirst("Authorization"))) {
            answer(call, 401, "{}");
        } else if (known.isEmpty()) {
            answer(call, 409, "{\"code\":\"ACCOUNT_NEEDS_RECONNECT\"}");
        } else {
            int next = known.stream().map(Secrets::sha256).toList().indexOf(rejected) + 1;
            String token = known.get(Math.min(next, known.size() - 1));
            answer(call, 200, "{\"accessToken\":\"%s\",\"openId\":\"o\",\"username\":\"u\"}".formatted(token));
        }
    }

    private void query(HttpExchange call) throws IOException {
        String token = call.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
        List<String> ids = ids(JSON.readTree(call.getRequestBody()));
        queries.add(ids);
        if (deadTokens.contains(token)) {
            answer(call, 401, "{\"error\":{\"code\":\"access_token_invalid\",\"log_id\":\"L1\"}}");
        } else if (throttledTokens.contains(token)) {
            answer(call, 429, "{\"error\":{\"code\":\"rate_limit_exceeded\",\"log_id\":\"L2\"}}");
        } else {
            answer(call, 200, found(ids).toString());
        }
    }

    private static List<String> ids(JsonNode body) {
        return JSON.convertValue(
                body.path("filters").path("video_ids"),
                JSON.getTypeFactory().constructCollectionType(List.class, String.class));
    }

    private ObjectNode found(List<String> ids) {
        ObjectNode root = JSON.createObjectNode();
        root.putObject("error").put("code", "ok").put("message", "").put("log_id", "L0");
        var list = root.putObject("data").putArray("videos");
        for (String id : ids) {
            if (videos.containsKey(id)) {
                ObjectNode video = list.addObject().put("id", id);
                videos.get(id).forEach(video::put);
            }
        }
        return root;
    }

    private static void answer(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }
}
