package io.postbreeze.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A small run of {@code ./postbreeze bench crash}, with a seed whose rounds differ. */
class CrashMatrixIT {
    private static final String POSTS = "30";
    private static final String SEED = "5";

    @Test
    void whatever_breaks_each_post_is_there_once_or_has_failed_for_a_reason() throws Exception {
        Path root = Path.of(System.getProperty("basedir", "."))
                .resolve("../..")
                .toAbsolutePath()
                .normalize();
        Path home = Files.createDirectories(root.resolve("dev/e2e/target/crash"));
        Path output = home.resolve("matrix.log");
        Process matrix = launch(root, home, output);
        try {
            boolean ended = matrix.waitFor(8, TimeUnit.MINUTES);
            System.out.println(Files.readString(output));
            assertThat(ended).as("The matrix ends").isTrue();
            assertThat(matrix.exitValue()).as("violations, see above").isZero();
        } finally {
            matrix.destroy();
        }
    }

    private static Process launch(Path root, Path home, Path output) throws IOException {
        Path jars = root.resolve("dev/crash/target");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-cp",
                        jars.resolve("*") + ":" + jars.resolve("lib/*"),
                        "io.postbreeze.crash.CrashMain",
                        "--runs",
                        POSTS,
                        "--seed",
                        SEED)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("POSTBREEZE_HOME", home.toString());
        builder.environment().put("POSTBREEZE_PROGRAMS", root.toString());
        return builder.start();
    }
}
