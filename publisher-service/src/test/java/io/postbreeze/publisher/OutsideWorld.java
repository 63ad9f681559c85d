package io.postbreeze.publisher;

import static org.awaitility.Awaitility.await;

import io.postbreeze.sandbox.SandboxMain;
import io.postbreeze.testkit.FreePorts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Runs the real sandbox as a process of its own, and tells the service where it and the fakes listen. */
public final class OutsideWorld implements QuarkusTestResourceLifecycleManager {
    private Process sandbox;

    @Override
    public Map<String, String> start() {
        int port = FreePorts.next();
        String address = "http://127.0.0.1:" + port;
        try {
            sandbox = launch(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        HttpRequest health =
                HttpRequest.newBuilder(URI.create(address + "/sandbox/health")).build();
        HttpClient http = HttpClient.newHttpClient();
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> http.send(health, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200);
        return properties(address);
    }

    private static Map<String, String> properties(String sandboxAddress) {
        String tiktok = "http://127.0.0.1:" + FreePorts.next();
        String neighbours = "http://127.0.0.1:" + FreePorts.next();
        return Map.of(
                "fake.tiktok", tiktok,
                "fake.neighbours", neighbours,
                "test.sandbox", sandboxAddress,
                "postbreeze.tiktok.api-url", tiktok,
                "postbreeze.tiktok.upload-hosts", "127.0.0.1",
                "postbreeze.tiktok.allow-plain-http", "true",
                "postbreeze.post-api.url", neighbours,
                "postbreeze.media.url", neighbours,
                "postbreeze.service-token", "a-token-for-tests-only-0123456789abcdef",
                "quarkus.http.test-port", "0");
    }

    private static Process launch(int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-cp",
                System.getProperty("java.class.path"),
                SandboxMain.class.getName());
        builder.environment()
                .putAll(Map.of(
                        "SANDBOX_PORT",
                        String.valueOf(port),
                        "SANDBOX_DATA_DIR",
                        Files.createTempDirectory("postbreeze-sandbox-").toString(),
                        "SANDBOX_PROCESSING_MS",
                        "1500",
                        "SANDBOX_MODERATION_MS",
                        "2500"));
        return builder.inheritIO().start();
    }

    @Override
    public void stop() {
        sandbox.destroy();
    }
}
