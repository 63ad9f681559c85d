package io.postbreeze.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
