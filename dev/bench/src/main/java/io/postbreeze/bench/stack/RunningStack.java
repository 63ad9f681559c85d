package io.postbreeze.bench.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the launcher wrote down of the stack that runs here. */
public final class RunningStack {
    private final Map<String, String> values;

    private RunningStack(Map<String, String> values) {
        this.values = values;
    }

    /** The stack, empty when none runs. */
    public static Optional<RunningStack> find() throws IOException {
        Path file = Path.of(System.getenv().getOrDefault("POSTBREEZE_HOME", ".local"), "stack.env");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(new RunningStack(Files.readAllLines(file).stream()
                .filter(line -> line.contains("="))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]))));
    }

    /** One of its values, empty when it has none of that name. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** Its API, with the bootstrap key. */
    public StackApi api() {
        return new StackApi(value("POSTBREEZE_API"), value("POSTBREEZE_API_KEY"), value("TIKTOK_SANDBOX"));
    }
}
