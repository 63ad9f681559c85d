package io.postbreeze.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFileTest {

    @TempDir
    Path directory;

    @Test
    void whatIsWrittenReadsBackTheSame() {
        Path file = directory.resolve("stack.env");
        Map<String, String> values = new LinkedHashMap<>();
        values.put("JDBC", "jdbc:postgresql://127.0.0.1:15432/post_api?user=postgres");
        values.put("LOG", "/home/some one/it's here/post-api.log");
        values.put("EMPTY", "");

        EnvFile.write(file, values);

        assertThat(EnvFile.read(file)).isEqualTo(values);
    }

    @Test
    void aShellReadsAValueWithSpacesWhole() throws IOException, InterruptedException {
        Path file = directory.resolve("stack.env");
        EnvFile.write(file, Map.of("LOG", "/a folder/it's $HOME.log"));

        Process shell = new ProcessBuilder("sh", "-c", ". \"$0\"; printf %s \"$LOG\"", file.toString()).start();

        assertThat(new String(shell.getInputStream().readAllBytes())).isEqualTo("/a folder/it's $HOME.log");
        assertThat(shell.waitFor()).isZero();
    }

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        Path file = directory.resolve("stack.env");
        EnvFile.write(file, Map.of("A", "b"));

        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }
}
