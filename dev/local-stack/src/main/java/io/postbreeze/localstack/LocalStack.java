package io.postbreeze.localstack;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** {@code ./postbreeze up [--fresh]}: runs the stack until it is interrupted. */
public final class LocalStack {
    private LocalStack() {}

    /** Exits with 1 and one line on the error stream when the stack cannot run. */
    public static void main(String[] arguments) throws InterruptedException {
        if (!List.of("--fresh").containsAll(List.of(arguments))) {
            System.err.println("usage: ./postbreeze up [--fresh]");
            System.exit(2);
        }
        try {
            run(arguments.length > 0, System.out);
        } catch (StackFailure e) {
            System.err.println("postbreeze: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(boolean fresh, PrintStream out) throws InterruptedException {
        long start = System.nanoTime();
        Settings settings = Settings.from(System.getenv());
        Stack stack = Stack.unlessRunning(settings, out::println)
                .orElseThrow(() -> new StackFailure("Postbreeze is already running in %s (process %s)."
                        .formatted(settings.home(), StackLock.holder(settings.home()))));
        CountDownLatch forever = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
        out.println("Starting Postbreeze …");
        Map<String, String> values = stack.start(fresh);
        double seconds = (System.nanoTime() - start) / 1e9;
        out.printf(Locale.ROOT, "READY after %.1f s%n", seconds);
        for (Listener listener : Listener.values()) {
            if (listener != Listener.KAFKA_CONTROLLER) {
                int replicas = settings.ports().replicas(listener).size();
                out.printf(
                        "  %-18s 127.0.0.1:%d%s%n",
                        listener.title(),
                        settings.ports().of(listener),
                        replicas > 1 ? " (" + replicas + " replicas)" : "");
            }
        }
        out.printf("  %-18s %s%n", "account", values.get("POSTBREEZE_ACCOUNT_ID"));
        out.printf("Keys, addresses, pids and logs: %s%nCtrl-C stops everything.%n", settings.stackFile());
        forever.await();
    }
}
