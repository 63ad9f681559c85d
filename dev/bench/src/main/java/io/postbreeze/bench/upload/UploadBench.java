package io.postbreeze.bench.upload;

import io.postbreeze.sandbox.Sandbox;
import io.postbreeze.sandbox.SandboxConfig;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Videos in chunks of 10 MB, to the sandbox and to a bare Vert.x server that discards them, in turns and in one JVM,
 * each with one event loop. The client saturates a core, so that every copy and hash of the sandbox shows.
 */
public final class UploadBench {
    private static final long CHUNK = 10_000_000;
    private static final int CHUNKS = 30;
    private static final long VIDEO = CHUNK * CHUNKS;
    private static final int WARM_UP = 1;
    private static final int ROUNDS = 5;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Sandbox sandbox;
    private final HttpServer bare;
    private final String token;

    private UploadBench(Sandbox sandbox, HttpServer bare) throws IOException, InterruptedException {
        this.sandbox = sandbox;
        this.bare = bare;
        post("/sandbox/settings", "{\"limits\":false,\"postsPerDay\":100000,\"keepBytes\":600000000}", "");
        this.token =
                post("/sandbox/tokens", "{\"openId\":\"sandbox_creator\"}", "").getString("accessToken");
    }

    /** Measures and prints one line. */
    public static void run() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("bench-sandbox");
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        HttpServer bare = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(request -> {
                    request.handler(discarded -> {});
                    request.endHandler(
                            over -> request.response().setStatusCode(206).end());
                })
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        try (Sandbox sandbox = Sandbox.start(SandboxConfig.forTests(data))) {
            new UploadBench(sandbox, bare).measure();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
            delete(data);
        }
    }

    private void measure() throws IOException, InterruptedException {
        List<Double> ratios = new ArrayList<>();
        List<Double> speeds = new ArrayList<>();
        long before = heap();
        long during = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double discarded = speed(bare.actualPort(), "/video/", 206);
            double taken = speed(sandbox.port(), begin(), 201);
            awaitVerdict();
            during = Math.max(during, heap());
            if (round >= 0) {
                ratios.add(taken / discarded);
                speeds.add(taken);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-28s %5.2f of a bare Vert.x server that discards   (%d rounds of %d MB: %.2f to %.2f; %.0f MB/s;"
                        + " heap %d MB before, %d MB at most)%n",
                "sandbox upload",
                middle(ratios),
                ROUNDS,
                VIDEO / 1_000_000,
                ratios.stream().min(Comparator.naturalOrder()).orElseThrow(),
                ratios.stream().max(Comparator.naturalOrder()).orElseThrow(),
                middle(speeds),
                before,
                during);
    }

    /** What is done with a file afterwards belongs to neither side. */
    private void awaitVerdict() throws IOException, InterruptedException {
        while (get("/sandbox/publishes").getJsonObject(0).getJsonArray("media").isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** Megabytes a second of one video. */
    private static double speed(int port, String path, int lastStatus) throws IOException {
        long start = System.nanoTime();
        try (Uploader uploader = new Uploader(port)) {
            for (int i = 0; i < CHUNKS; i++) {
                int status = uploader.put(path, i * CHUNK, CHUNK, VIDEO);
                if (status != (i == CHUNKS - 1 ? lastStatus : 206)) {
                    throw new IOException("Chunk " + i + " was answered with " + status);
                }
            }
        }
        return VIDEO / 1e6 / ((System.nanoTime() - start) / 1e9);
    }

    private String begin() throws IOException, InterruptedException {
        JsonObject answer = post("/v2/post/publish/video/init/", """
                {"post_info":{"privacy_level":"SELF_ONLY"},"source_info":{"source":"FILE_UPLOAD","video_size":%d,
                "chunk_size":%d,"total_chunk_count":%d}}""".formatted(VIDEO, CHUNK, CHUNKS), token);
        URI upload = URI.create(answer.getJsonObject("data").getString("upload_url"));
        return upload.getRawPath() + "?" + upload.getRawQuery();
    }

    private JsonObject post(String path, String body, String bearer) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + bearer)
                .POST(BodyPublishers.ofString(body))
                .build();
        return new JsonObject(http.send(request, BodyHandlers.ofString()).body());
    }

    private JsonArray get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path)).build();
        return new JsonArray(http.send(request, BodyHandlers.ofString()).body());
    }

    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
