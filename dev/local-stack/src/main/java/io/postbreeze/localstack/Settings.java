package io.postbreeze.localstack;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the stack finds its programs and keeps its things.
 *
 * @param programs folder with the packaged programs
 * @param home folder for data, logs, secrets and {@code stack.env}; absolute
 * @param ports who listens where
 */
public record Settings(Path programs, Path home, Ports ports) {
    /** {@code POSTBREEZE_PROGRAMS} (default: here), {@code POSTBREEZE_HOME} (default: {@code .local}) and the ports. */
    public static Settings from(Map<String, String> environment) {
        Path programs = Path.of(environment.getOrDefault("POSTBREEZE_PROGRAMS", "."));
        Path home = Path.of(environment.getOrDefault("POSTBREEZE_HOME", ".local"));
        return new Settings(
                programs.toAbsolutePath().normalize(), home.toAbsolutePath().normalize(), Ports.from(environment));
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
