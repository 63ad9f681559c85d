package io.postbreeze.localstack.demo;

import io.postbreeze.localstack.EnvFile;
import io.postbreeze.localstack.Settings;
import io.postbreeze.localstack.Stack;
import io.postbreeze.localstack.StackFailure;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** {@code ./postbreeze demo}: uses the running stack, or one of its own that ends with it. */
public final class Demo {
    private static final Duration START = Duration.ofMinutes(2);

    private Demo() {}

    /** Exits with 1 and the reason on the error stream when the post does not end up on TikTok with its numbers. */
    public static void main(String[] arguments) throws InterruptedException {
        Terminal terminal = Terminal.ofProcess();
        int exitCode = 0;
        try {
            run(terminal);
        } catch (StackFailure e) {
            terminal.line("");
            System.err.println("postbreeze: " + e.getMessage());
            exitCode = 1;
        }
        // Also ends the stack, by its shutdown hook.
        System.exit(exitCode);
    }

    private static void run(Terminal terminal) throws InterruptedException {
        Settings settings = Settings.from(System.getenv());
        Optional<Stack> own = Stack.unlessRunning(settings, terminal::line);
        Map<String, String> stack;
        if (own.isPresent()) {
            terminal.headline("Starting PostgreSQL, Kafka, an object store, the local TikTok and four services …");
            Runtime.getRuntime().addShutdownHook(new Thread(own.get()::close, "stop"));
            stack = own.get().start(false);
        } else {
            terminal.headline("Using the running stack");
            stack = Patience.until(
                    "the stack that is starting",
                    START,
                    () -> Files.exists(settings.stackFile()) ? EnvFile.read(settings.stackFile()) : Map.of(),
                    values -> !values.isEmpty());
        }
        try (Api api = new Api(value(stack, "POSTBREEZE_API"), value(stack, "POSTBREEZE_API_KEY"))) {
            String sandbox = value(stack, "TIKTOK_SANDBOX");
            new Story(api, terminal, Clock.systemUTC(), sandbox, value(stack, "POSTBREEZE_ACCOUNT_ID")).tell();
        }
        terminal.line("");
        terminal.line(
                own.isPresent() ? "Look at it with ./postbreeze up at " + value(stack, "TIKTOK_SANDBOX") : "Done.");
    }

    private static String value(Map<String, String> stack, String name) {
        String value = stack.get(name);
        if (value == null) {
            throw new StackFailure("stack.env lacks " + name + "; stop the stack and start it again.");
        }
        return value;
    }
}
