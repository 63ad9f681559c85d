package io.postbreeze.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The TypeScript client is generated and compiles; dev/e2e then runs it. Skipped where npm is not installed. */
class TypeScriptClientTest {
    private static final Path FOLDER = Path.of(System.getProperty("basedir", "."), "typescript");

    @BeforeAll
    static void npm_is_there() {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "npm"))),
                "npm is not installed: the TypeScript client is neither generated nor tested");
    }

    @Test
    void it_is_generated_and_compiles() throws Exception {
        if (!isInstalled()) {
            npm("ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund");
        }
        npm("run", "build");
        assertThat(FOLDER.resolve("target/smoke.js")).exists();
        assertThat(FOLDER.resolve("target/client.js")).exists();
    }

    /** Whoever builds this must be able to fetch the packages: no address but the public registry's. */
    @Test
    void the_lock_file_names_no_private_registry() throws IOException {
        try (Stream<String> lines = Files.lines(FOLDER.resolve("package-lock.json"))) {
            assertThat(lines.filter(line -> line.contains("\"resolved\"")))
                    .allMatch(line -> line.contains("\"https://registry.npmjs.org/"));
        }
    }

    private static boolean isInstalled() throws IOException {
        Path installed = FOLDER.resolve("node_modules/.package-lock.json");
        return Files.exists(installed)
                && Files.getLastModifiedTime(installed)
                                .compareTo(Files.getLastModifiedTime(FOLDER.resolve("package-lock.json")))
                        > 0;
    }

    private static void npm(String... arguments) throws Exception {
        Path log = Files.createTempFile("npm", ".log");
        List<String> command =
                Stream.concat(Stream.of("npm"), Arrays.stream(arguments)).toList();
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(4, TimeUnit.MINUTES);
        process.destroyForcibly();
        String output = Files.readString(log, StandardCharsets.UTF_8);
        Files.delete(log);
        assertThat(ended && process.exitValue() == 0)
                .as(() -> command + " in " + FOLDER + "\n" + output)
                .isTrue();
    }
}
