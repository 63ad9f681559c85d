package io.postbreeze.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.postbreeze.testkit.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The local stack from the packaged jars as a process of its own, on free ports, with its things in this module's
 * target.
 */
final class RunningStack implements AutoCloseable {
    private static final List<String> LISTENERS = List.of(
            "GATEWAY",
            "POST_API",
            "POST_API_1",
            "POST_API_2",
            "MEDIA",
            "PUBLISHER",
            "ANALYTICS",
            "SANDBOX",
            "STORE",
            "POSTGRES",
            "KAFKA",
            "KAFKA_CONTROLLER");

    private final Path home;
    private final Process launcher;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningStack(Path home, Process launcher) {
        this.home = home;
        this.launcher = launcher;
    }

    static RunningStack start() {
        Path root = Path.of(System.getProperty("basedir", "."))
                .resolve("../..")
                .toAbsolutePath()
                .normalize();
        Path home = root.resolve("dev/e2e/target/stack");
        try {
            Files.createDirectories(home.getParent());
            RunningStack stack = new RunningStack(home, launch(root, home));
            stack.awaitReady();
            return stack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process launch(Path root, Path home) throws IOException {
        Path jars = root.resolve("dev/local-stack/target");
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
                        "io.postbreeze.localstack.LocalStack",
                        "--fresh")
                .redirectErrorStream(true)
                .redirectOutput(log(home).toFile());
        Map<String, String> environment = new HashMap<>();
        LISTENERS.forEach(name -> environment.put("POSTBREEZE_" + name + "_PORT", "" + FreePorts.next()));
        environment.put("POSTBREEZE_REPLICAS_POST_API", "2");
        environment.put("POSTBREEZE_HOME", home.toString());
        environment.put("POSTBREEZE_PROGRAMS", root.toString());
        environment.put("POSTBREEZE_WEBHOOKS_ALLOW_LOOPBACK", "true");
        environment.put("POSTBREEZE_WEBHOOKS_FIRST_DELAY", "1s");
        environment.put("POSTBREEZE_WEBHOOKS_LONGEST_DELAY", "2s");
        environment.put("SANDBOX_PROCESSING_MS", "500");
        environment.put("SANDBOX_MODERATION_MS", "300");
        environment.put("SANDBOX_POSTS_PER_DAY", "100");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private void awaitReady() throws IOException {
        Path log = log(home);
        await("READY in " + log).atMost(Duration.ofMinutes(3)).until(() -> !launcher.isAlive() || isReady(log));
        assertThat(launcher.isAlive()).as(() -> "The stack runs; " + read(log)).isTrue();
    }

    /** Beside the home, which must hold nothing but the stack's own things. */
    private static Path log(Path home) {
        return home.resolveSibling("up.log");
    }

    private static boolean isReady(Path log) {
        return read(log).contains("READY");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value of {@code stack.env}, as it stands now. */
    String value(String name) {
        return read(home.resolve("stack.env"))
                .lines()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> unquoted(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("stack.env lacks " + name));
    }

    /** As a shell reads it. */
    private static String unquoted(String value) {
        return value.startsWith("'") ? value.substring(1, value.length() - 1).replace("'\\''", "'") : value;
    }

    /** Kills a service ({@code POST_API}, {@code MEDIA}, …) as a power cut would. */
    void kill(String service) {
        ProcessHandle process =
                ProcessHandle.of(Long.parseLong(value(service + "_PID"))).orElseThrow();
        process.destroyForcibly();
        await(service + "'s end").until(() -> !process.isAlive());
        String dead = "" + process.pid();
        await(service + "'s return")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> !value(service + "_PID").equals(dead) && isReady(service));
    }

    private boolean isReady(String service) throws IOException, InterruptedException {
        URI health = URI.create(value(service + "_URL") + "/q/health/ready");
        return http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
                        .statusCode()
                == 200;
    }

    /** Also proves that the stack ends in time. */
    @Override
    public void close() throws InterruptedException {
        http.close();
        launcher.destroy();
        boolean ended = launcher.waitFor(6, TimeUnit.SECONDS);
        launcher.destroyForcibly();
        assertThat(ended).as("The stack stops within seconds").isTrue();
        String mark = "-Dpostbreeze.stack=" + home;
        assertThat(ProcessHandle.allProcesses()
                        .filter(process -> process.info()
                                .arguments()
                                .map(List::of)
                                .orElse(List.of())
                                .contains(mark)))
                .as("processes that the stack left")
                .isEmpty();
    }
}
