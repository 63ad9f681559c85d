package io.postbreeze.localstack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the stack finds its programs and keeps its things.
 *
 * @param programs folder with the packaged programs
 * @param home folder for data, logs, secrets and {@code stack.env}; absolute
 * @param ports who listens where
 * @param jvmOptions what the services' JVMs are told beyond the usual, such as an agent
 */
public record Settings(Path programs, Path home, Ports ports, List<String> jvmOptions) {
    /** Keeps its own copy. */
    public Settings {
        jvmOptions = List.copyOf(jvmOptions);
    }

    /**
     * {@code POSTBREEZE_PROGRAMS} (default: here), {@code POSTBREEZE_HOME} (default: {@code .local}),
     * {@code POSTBREEZE_JVM_OPTIONS} (with spaces between, default: none) and the ports.
     */
    public static Settings from(Map<String, String> environment) {
        Path programs = Path.of(environment.getOrDefault("POSTBREEZE_PROGRAMS", "."));
        Path home = Path.of(environment.getOrDefault("POSTBREEZE_HOME", ".local"));
        return new Settings(
                programs.toAbsolutePath().normalize(),
                home.toAbsolutePath().normalize(),
                Ports.from(environment),
                Stream.of(environment.getOrDefault("POSTBREEZE_JVM_OPTIONS", "").split(" "))
                        .filter(option -> !option.isEmpty())
                        .toList());
    }

    /** Everything that survives a restart. */
    Path data() {
        return home.resolve("data");
    }

    /** One log per process. */
    Path logs() {
        return home.resolve("logs");
    }

    /** Addresses and keys for scripts; exists while the stack is ready. */
    public Path stackFile() {
        return home.resolve("stack.env");
    }
}
