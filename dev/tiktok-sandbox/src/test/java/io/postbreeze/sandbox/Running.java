package io.postbreeze.sandbox;

import io.postbreeze.testkit.ManualClock;
import io.postbreeze.testkit.SampleVideo;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox with a clock that stands still, and a creator's token for it. */
abstract class Running {
    static final int CHUNK = 5_242_880;

    @TempDir
    Path directory;

    final ManualClock clock = ManualClock.at("2026-12-01T12:00:00Z");
    Sandbox sandbox;
    Client client;
    String token;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxConfig.forTests(directory), clock);
        client = new Client(sandbox.baseUrl());
        token = client.accessToken("sandbox_creator");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    void restart() {
        sandbox.close();
        sandbox = Sandbox.start(SandboxConfig.forTests(directory), clock);
        client = new Client(sandbox.baseUrl());
    }

    JsonObject begin(String privacy, long size, long chunk, long count) {
        return client.init(token, privacy, size, chunk, count).getJsonObject("data");
    }

    /** Sends a video in one piece and waits until it was looked at. */
    JsonObject post(String privacy, byte[] video) {
        JsonObject begun = begin(privacy, video.length, video.length, 1);
        client.chunk(url(begun), video, 0, video.length - 1);
        awaitVerdict();
        return begun;
    }

    JsonObject status(JsonObject begun) {
        return client.status(token, begun.getString("publish_id")).getJsonObject("data");
    }

    /** The upload address, also after a restart on another port. */
    String url(JsonObject begun) {
        return begun.getString("upload_url").replaceFirst(":\\d+/", ":" + sandbox.port() + "/");
    }

    void awaitVerdict() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> client.newestPost().containsKey("sha256"));
    }

    byte[] padded(int size) throws IOException {
        return Files.readAllBytes(SampleVideo.paddedTo(size, directory.resolve("padded")));
    }

    static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
