package io.postbreeze.localstack;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How to start one child process.
 *
 * @param name program's name, also the log's
 * @param arguments for {@code java}
 * @param environment on top of this process's own
 * @param log file to which its output is appended
 * @param ready address that answers 200 when it can work
 */
record ChildSpec(String name, List<String> arguments, Map<String, String> environment, Path log, URI ready) {
    private static final List<String> SMALL = List.of(
            "-Xmx128m",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    Process start(String mark) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        command.add(mark);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new StackFailure("Cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    /** {@code <NAME>_PID} and {@code <NAME>_LOG} start with this. */
    String variable() {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
