package io.postbreeze.publisher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * TikTok's publishing API in small, with faults that strike one account's next call. Calls with the sandbox's tokens go
 * on to the sandbox, so that one application can be tested against both.
 */
@Singleton
public class FakeTikTok {
    static final String TOKEN = "fake.";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long FIRST_POST_ID = 7_300_000_000_000_000_001L;

    /** What goes wrong with an account's next call of that kind. */
    public enum Fault {
        INIT_REPLY_LOST,
        INIT_THROTTLED,
        CHUNK_CUT,
        CHUNK_REPLY_LOST,
        CHUNK_HELD,
        CREATOR_CAPPED
    }

    private final Map<String, Received> uploads = new ConcurrentHashMap<>();
    private final Map<String, ConcurrentLinkedDeque<Fault>> faults = new ConcurrentHashMap<>();
    private final Set<String> orders = ConcurrentHashMap.newKeySet();
    private final Map<String, Shown> shown = new ConcurrentHashMap<>();
    private final List<String> deadTokens = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong();
    private final AtomicReference<HttpServer> server = new AtomicReference<>();
    private volatile CountDownLatch held = new CountDownLatch(0);

    private final HttpClient http = HttpClient.newHttpClient();

    @ConfigProperty(name = "fake.tiktok")
    URI address;

    @ConfigProperty(name = "test.sandbox")
    URI sandbox;

    void start(@Observes StartupEvent event) throws IOException {
        HttpServer started = HttpServer.create(new InetSocketAddress("127.0.0.1", address.getPort()), 0);
        started.setExecutor(Executors.newCachedThreadPool());
        started.createContext("/v2/post/publish/creator_info/query/", call -> answerOrForward(call, this::creator));
        started.createContext("/v2/post/publish/video/init/", call -> answerOrForward(call, this::init));
        started.createContext("/v2/post/publish/status/fetch/", call -> answerOrForward(call, this::status));
        started.createContext("/v2/video/list/", call -> answerOrForward(call, this::list));
        started.createContext("/upload/", this::receive);
        started.start();
        server.set(started);
    }

    void stop(@Observes ShutdownEvent event) {
        server.get().stop(0);
    }

    /** The next call of the fault's kind with that token fails. */
    public void next(String token, Fault... following) {
        faults.computeIfAbsent(token, key -> new ConcurrentLinkedDeque<>()).addAll(List.of(following));
    }

    public void kill(String token) {
        deadTokens.add(token);
    }

    /** Chunks that are held wait for the latch before they are taken. */
    public void holdUntil(CountDownLatch latch) {
        held = latch;
    }

    /** Every upload that was opened with that token, oldest first. */
    public List<Received> uploadsOf(String token) {
        return uploads.values().stream()
                .filter(upload -> upload.token.equals(token))
                .sorted((a, b) -> Long.compare(a.number, b.number))
                .toList();
    }

    /** Opens an upload as an init would. */
    public Received open(String token, long size, long chunk) {
        long number = ids.incrementAndGet();
        Received upload = new Received(token, number, size, chunk);
        uploads.put(upload.publishId(), upload);
        return upload;
    }

    /** From now on the status of that id is a confirmed post. */
    public void completes(String publishId) {
        orders.add(publishId);
    }

    /** From now on the account's public list has a post with that caption. */
    public void shows(String token, String postId, String caption) {
        shown.put(token, new Shown(postId, caption));
    }

    public String uploadAddress(Received upload) {
        return address + "/upload/" + upload.publishId();
    }

    private void answerOrForward(HttpExchange call, HttpHandler own) throws IOException {
        if (token(call).startsWith(TOKEN)) {
            own.handle(call);
            return;
        }
        HttpRequest request = HttpRequest.newBuilder(sandbox.resolve(call.getRequestURI()))
                .header("Authorization", call.getRequestHeaders().getFirst("Authorization"))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        call.getRequestBody().readAllBytes()))
                .build();
        try (call) {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            call.sendResponseHeaders(answer.statusCode(), answer.body().length);
            call.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void creator(HttpExchange call) throws IOException {
        if (refusesToken(call)) {
            return;
        }
        if (strikes(token(call), Fault.CREATOR_CAPPED)) {
            refuse(call, 200, "spam_risk_too_many_posts");
            return;
        }
        ObjectNode data = JSON.createObjectNode().put("max_video_post_duration_sec", 600);
        data.putArray("privacy_level_options").add("PUBLIC_TO_EVERYONE").add("SELF_ONLY");
        succeed(call, data);
    }

    private void init(HttpExchange call) throws IOException {
        JsonNode source = JSON.readTree(call.getRequestBody()).path("source_info");
        if (refusesToken(call)) {
            return;
        }
        if (strikes(token(call), Fault.INIT_THROTTLED)) {
            refuse(call, 429, "rate_limit_exceeded");
            return;
        }
        long size = source.path("video_size").asLong();
        long chunk = source.path("chunk_size").asLong();
        if (size / chunk != source.path("total_chunk_count").asLong()) {
            refuse(call, 400, "invalid_params");
            return;
        }
        Received upload = open(token(call), size, chunk);
        if (strikes(token(call), Fault.INIT_REPLY_LOST)) {
            call.close();
            return;
        }
        succeed(
                call,
                JSON.createObjectNode().put("publish_id", upload.publishId()).put("upload_url", uploadAddress(upload)));
    }

    private void list(HttpExchange call) throws IOException {
        if (refusesToken(call)) {
            return;
        }
        ObjectNode data = JSON.createObjectNode().put("cursor", 0).put("has_more", false);
        ArrayNode videos = data.putArray("videos");
        Shown post = shown.get(token(call));
        if (post != null) {
            videos.addObject()
                    .put("id", post.postId)
                    .put("video_description", post.caption)
                    .put("create_time", Instant.now().getEpochSecond())
                    .put("share_url", "https://www.tiktok.com/@mia/photo/" + post.postId);
        }
        succeed(call, data);
    }

    private void status(HttpExchange call) throws IOException {
        String publishId =
                JSON.readTree(call.getRequestBody()).path("publish_id").asText();
        Received upload = uploads.get(publishId);
        if (refusesToken(call)) {
            return;
        }
        if (orders.contains(publishId)) {
            succeed(call, JSON.createObjectNode().put("status", "PUBLISH_COMPLETE"));
            return;
        }
        if (upload == null) {
            refuse(call, 400, "invalid_publish_id");
            return;
        }
        ObjectNode data = JSON.createObjectNode().put("uploaded_bytes", upload.stored());
        if (upload.isComplete()) {
            data.put("status", "PUBLISH_COMPLETE");
            data.putArray("publicaly_available_post_id").add(FIRST_POST_ID + upload.number);
        } else {
            data.put("status", "PROCESSING_UPLOAD");
        }
        succeed(call, data);
    }

    private void receive(HttpExchange call) throws IOException {
        Received upload = uploads.get(call.getRequestURI().getPath().substring("/upload/".length()));
        if (upload == null) {
            call.sendResponseHeaders(404, -1);
            call.close();
            return;
        }
        if (strikes(upload.token, Fault.CHUNK_CUT)) {
            call.getRequestBody().readNBytes(100_000);
            call.close();
            return;
        }
        byte[] bytes = call.getRequestBody().readAllBytes();
        if (strikes(upload.token, Fault.CHUNK_HELD)) {
            awaitHeld();
        }
        long first = Long.parseLong(call.getRequestHeaders()
                .getFirst("Content-Range")
                .substring("bytes ".length())
                .split("-")[0]);
        boolean taken = upload.take(first, bytes);
        if (strikes(upload.token, Fault.CHUNK_REPLY_LOST)) {
            call.close();
            return;
        }
        call.getResponseHeaders().add("Content-Range", "bytes 0-" + upload.stored() + "/" + upload.size);
        int success = upload.isComplete() ? 201 : 206;
        call.sendResponseHeaders(taken ? success : 416, -1);
        call.close();
    }

    private void awaitHeld() {
        try {
            held.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean strikes(String token, Fault fault) {
        ConcurrentLinkedDeque<Fault> waiting = faults.get(token);
        return waiting != null && waiting.removeFirstOccurrence(fault);
    }

    private boolean refusesToken(HttpExchange call) throws IOException {
        if (!deadTokens.contains(token(call))) {
            return false;
        }
        refuse(call, 401, "access_token_invalid");
        return true;
    }

    private static String token(HttpExchange call) {
        return call.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
    }

    private static void succeed(HttpExchange call, ObjectNode data) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.set("data", data);
        root.putObject("error").put("code", "ok").put("message", "").put("log_id", "L0");
        answer(call, 200, root);
    }

    private static void refuse(HttpExchange call, int status, String code) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.putObject("data");
        root.putObject("error").put("code", code).put("message", "").put("log_id", "L1");
        answer(call, status, root);
    }

    private static void answer(HttpExchange call, int status, ObjectNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private record Shown(String postId, String caption) {}

    /** What arrived of one upload. */
    public static final class Received {
        private final String token;
        private final long number;
        private final long size;
        private final long chunk;
        private final MessageDigest digest = StoredFile.newDigest();
        private final List<Long> chunks = new ArrayList<>();
        private long stored;
        private String sha256 = "";

        private Received(String token, long number, long size, long chunk) {
            this.token = token;
            this.number = number;
            this.size = size;
            this.chunk = chunk;
        }

        public String publishId() {
            return "v_pub_file~" + number;
        }

        public String postId() {
            return String.valueOf(FIRST_POST_ID + number);
        }

        public long size() {
            return size;
        }

        /** Stores a chunk that continues what is there. */
        public synchronized boolean take(long first, byte[] bytes) {
            chunks.add(first);
            boolean last = first / chunk == size / chunk - 1;
            if (first != stored || bytes.length != (last ? size - first : chunk)) {
                return false;
            }
            digest.update(bytes);
            stored += bytes.length;
            if (stored == size) {
                sha256 = HexFormat.of().formatHex(digest.digest());
            }
            return true;
        }

        public synchronized long stored() {
            return stored;
        }

        public synchronized boolean isComplete() {
            return stored == size;
        }

        public synchronized String sha256() {
            return sha256;
        }

        /** Offsets of all chunks that came, taken or not. */
        public synchronized List<Long> chunks() {
            return List.copyOf(chunks);
        }
    }
}
