package io.postbreeze.postapi;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.postbreeze.sandbox.Sandbox;
import io.postbreeze.sandbox.SandboxConfig;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The services around post-api: a TikTok sandbox, and fakes of media-service and publisher-service that answer by the
 * id they are asked for, so that tests need no way to program them.
 */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {
    /** A ready video. */
    static final String VIDEO = "med_01K9Z5T2K9Q3RB6N6JZP3RYV0V";

    /** Announced, never uploaded. */
    static final String NOT_UPLOADED = "med_01K9Z5T2K9Q3RB6N6JZP3RYV0N";

    /** Whoever asks for it finds media-service broken. */
    static final String DOWN = "med_01K9Z5T2K9Q3RB6N6JZP3RYV0D";

    private static final Pattern URL = Pattern.compile("\"url\":\"[^\"]*/([^\"/]*)\"");
    private static final Pattern ID = Pattern.compile("med_[0-9A-Z]{26}");

    private final AtomicInteger ingests = new AtomicInteger();
    private final Map<String, String> behaviours = new ConcurrentHashMap<>();
    private HttpServer fakes;
    private Sandbox sandbox;

    @Override
    public Map<String, String> start() {
        try {
            sandbox = Sandbox.start(SandboxConfig.forTests(Files.createTempDirectory("sandbox")));
            fakes = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        fakes.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        fakes.createContext("/internal/v1/media/resolve", Neighbours::resolve);
        fakes.createContext("/internal/v1/media/ingest", this::ingest);
        fakes.createContext("/ingests", call -> answer(call, 200, String.valueOf(ingests.get())));
        fakes.createContext("/internal/v1/publications", Neighbours::publications);
        fakes.createContext("/internal/v1/posts", this::plan);
        fakes.createContext("/behave", this::behave);
        fakes.start();
        String url = "http://127.0.0.1:" + fakes.getAddress().getPort();
        return Map.of(
                "postbreeze.media.url",
                url,
                "postbreeze.publisher.url",
                url,
                "postbreeze.tiktok.api-url",
                sandbox.baseUrl(),
                "postbreeze.tiktok.authorize-url",
                sandbox.baseUrl() + "/v2/auth/authorize/");
    }

    private static void resolve(HttpExchange call) throws IOException {
        String asked = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (asked.contains(DOWN)) {
            answer(call, 503, "{}");
            return;
        }
        String media = ID.matcher(asked)
                .results()
                .map(match -> resolved(match.group()))
                .collect(Collectors.joining(","));
        answer(call, 200, "{\"media\":[" + media + "]}");
    }

    /** {@code GET /ingests}: how often files were fetched. What becomes of one, its URL's last part says. */
    private void ingest(HttpExchange call) throws IOException {
        ingests.incrementAndGet();
        String asked = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (asked.contains("/down")) {
            answer(call, 500, "{}");
            return;
        }
        String media = URL.matcher(asked)
                .results()
                .map(match -> fetched(match.group(1)))
                .collect(Collectors.joining(","));
        answer(call, 200, "{\"media\":[" + media + "]}");
    }

    private static String fetched(String what) {
        return switch (what) {
            case "video.mp4" -> "{\"mediaId\":\"" + VIDEO + "\",\"status\":\"READY\",\"fromTheFuture\":1}";
            case "slow.mp4" -> "{\"mediaId\":\"" + NOT_UPLOADED + "\",\"status\":\"PROCESSING\"}";
            case "odd" -> fetchFailed("MEDIA_OF_THE_FUTURE", "Something new.");
            default -> fetchFailed("MEDIA_URL_NOT_MEDIA", "What the URL gives is a web page.");
        };
    }

    private static String fetchFailed(String code, String message) {
        return "{\"mediaId\":\"" + NOT_UPLOADED + "\",\"status\":\"REJECTED\",\"rejection\":{\"code\":\"" + code
                + "\",\"message\":\"" + message + "\"}}";
    }

    private static String resolved(String id) {
        return switch (id) {
            case VIDEO ->
                "{\"mediaId\":\"" + id + "\",\"status\":\"READY\",\"kind\":\"VIDEO\",\"durationMs\":12000,"
                        + "\"sizeBytes\":555130,\"violations\":[],\"fromTheFuture\":1}";
            case NOT_UPLOADED -> "{\"mediaId\":\"" + id + "\",\"status\":\"NOT_UPLOADED\"}";
            default -> "{\"mediaId\":\"" + id + "\",\"status\":\"NOT_FOUND\"}";
        };
    }

    /** {@code PUT /behave/{postId}/{how}}: how the publisher answers plans of a post from now on. */
    private void behave(HttpExchange call) throws IOException {
        String[] path = call.getRequestURI().getPath().split("/", -1);
        behaviours.put(path[2], path[3]);
        call.sendResponseHeaders(204, -1);
        call.close();
    }

    private void plan(HttpExchange call) throws IOException {
        String asked = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String postId = call.getRequestURI().getPath().split("/", -1)[4];
        switch (behaviours.getOrDefault(postId, "obeys")) {
            case "has-begun" -> answer(call, 409, "{\"code\":\"PUBLISHING_HAS_BEGUN\"}");
            case "is-away" -> answer(call, 503, "{}");
            case "has-published" ->
                answer(
                        call,
                        200,
                        "{\"targets\":[{\"targetId\":\"" + behaviours.get(postId + "-target")
                                + "\",\"state\":\"PUBLISHED\",\"version\":7}]}");
            default -> answer(call, 200, "{\"targets\":[],\"asked\":" + asked.length() + "}");
        }
    }

    private static void publications(HttpExchange call) throws IOException {
        answer(call, 200, """
                {"publications":[{"publicationId":"pub_1","targetId":"tgt_1","timeline":[
                {"at":"2040-01-01T00:00:00Z","state":"PUBLISHED","attempt":1,"tiktokLogId":"log"},
                {"at":"2039-01-01T00:00:00Z","state":"CLAIMED","attempt":1,"detail":"claimed"}]}]}""");
    }

    private static void answer(HttpExchange call, int status, String body) throws IOException {
        boolean known = "Bearer service-token-for-tests-only-0123456789"
                .equals(call.getRequestHeaders().getFirst("Authorization"));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(known ? status : 401, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    @Override
    public void stop() {
        fakes.stop(0);
        sandbox.close();
    }
}
