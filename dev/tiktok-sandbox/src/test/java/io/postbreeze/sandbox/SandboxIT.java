package io.postbreeze.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postbreeze.testkit.SampleVideo;
import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxIT {
    @TempDir
    Path directory;

    @Test
    void aTakenPortIsToldInOneLine() {
        try (Sandbox first = Sandbox.start(SandboxConfig.forTests(directory))) {
            SandboxConfig second = SandboxConfig.fromEnvironment(
                    Map.of("SANDBOX_PORT", "" + first.port(), "SANDBOX_DATA_DIR", directory.toString()));

            assertThatThrownBy(() -> Sandbox.start(second))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("" + first.port());
        }
    }

    @Test
    void aDirectoryThatCannotBeUsedIsToldToo() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> Sandbox.start(SandboxConfig.forTests(file)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("file");
    }

    @Test
    void uploadAddressesHaveThePublicBase() {
        SandboxConfig config = SandboxConfig.fromEnvironment(Map.of(
                "SANDBOX_PORT",
                "0",
                "SANDBOX_DATA_DIR",
                directory.toString(),
                "SANDBOX_PUBLIC_URL",
                "https://tiktok.example/"));
        try (Sandbox sandbox = Sandbox.start(config)) {
            Client client = new Client(sandbox.baseUrl());

            assertThat(client.init(client.accessToken("sandbox_creator"), "SELF_ONLY", 100, 100, 1)
                            .getJsonObject("data")
                            .getString("upload_url"))
                    .startsWith("https://tiktok.example/video/?upload_id=");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SANDBOX_PORT, abc",
        "SANDBOX_PORT, 70000",
        "SANDBOX_PROCESSING_MS, 2s",
        "SANDBOX_MODERATION_MS, -1",
        "SANDBOX_POSTS_PER_DAY, many",
        "SANDBOX_AUDITED, maybe"
    })
    void aSettingThatMakesNoSenseIsToldByItsName(String name, String value) {
        assertThatThrownBy(() -> SandboxConfig.fromEnvironment(Map.of(name, value)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(value);
    }

    @Test
    void aScenarioFileArmsItsFaultsAtTheStart() throws Exception {
        Path scenario = Files.writeString(directory.resolve("scenario.json"), "{\"faults\":[{\"action\":\"flap\"}]}");
        Map<String, String> env = Map.of(
                "SANDBOX_PORT", "0", "SANDBOX_DATA_DIR", directory.toString(), "SANDBOX_SCENARIO", scenario.toString());
        try (Sandbox sandbox = Sandbox.start(SandboxConfig.fromEnvironment(env))) {
            assertThat(new Client(sandbox.baseUrl()).list("/sandbox/faults")).hasSize(1);
        }
        Files.writeString(scenario, "{\"action\":\"explode\"}");

        assertThatThrownBy(() -> Sandbox.start(SandboxConfig.fromEnvironment(env)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SANDBOX_SCENARIO")
                .hasMessageContaining("action must be");
    }

    @Test
    void aSandboxThatStopsWhileItLooksAtAFileLooksAgainAtTheNextStart() throws Exception {
        byte[] video = Files.readAllBytes(SampleVideo.paddedTo(60_000_000, directory.resolve("padded")));
        try (Sandbox sandbox = Sandbox.start(SandboxConfig.forTests(directory))) {
            Client client = new Client(sandbox.baseUrl());
            JsonObject begun = client.init(
                            client.accessToken("sandbox_creator"), "SELF_ONLY", video.length, video.length, 1)
                    .getJsonObject("data");
            assertThat(client.chunk(begun.getString("upload_url"), video, 0, video.length - 1)
                            .statusCode())
                    .isEqualTo(201);
        }
        try (Sandbox sandbox = Sandbox.start(SandboxConfig.forTests(directory))) {
            Client client = new Client(sandbox.baseUrl());
            Awaitility.await().until(() -> client.newestPost().containsKey("sha256"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /v2/auth/authorize/?client_key=", "PUT /video/?upload_id="})
    void aQueryThatIsNotEncodedProperlyIsTheCallersMistake(String call) throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxConfig.forTests(directory));
                Socket socket = new Socket("127.0.0.1", sandbox.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write((call + "%zz HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 400");
        }
    }
}
