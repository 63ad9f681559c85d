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
import java.util.HashMap;
import java.util.Map;

/** Puts the real sandbox, as a process of its own, in the place of the fake TikTok. */
public final class SandboxResource implements QuarkusTestResourceLifecycleManager {
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
        Map<String, String> properties = new HashMap<>(new FakePorts().start());
        properties.put("postbreeze.tiktok.api-url", address);
        properties.put("test.sandbox", address);
        return properties;
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
