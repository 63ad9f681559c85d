package io.postbreeze.crash;

import io.postbreeze.crash.failpoint.FailpointAgent;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * {@code ./postbreeze bench crash [--runs N] [--seed S]}: N posts go out while the stack is broken, ten at a time. Ends
 * with status 1 when the promise was broken, and prints the seed, with which the same trouble comes again.
 */
public final class CrashMain {
    private static final int USUAL_RUNS = 100;

    private CrashMain() {}

    /** Runs the matrix on a stack of its own. */
    public static void main(String[] words) throws IOException, InterruptedException {
        System.exit(run(List.of(words)));
    }

    private static int run(List<String> words) throws IOException, InterruptedException {
        int runs;
        long seed;
        try {
            runs = Math.toIntExact(number(words, "--runs", USUAL_RUNS));
            seed = number(words, "--seed", new SecureRandom().nextInt(1_000_000));
        } catch (IllegalArgumentException | ArithmeticException e) {
            System.err.println("bench crash [--runs N] [--seed S]: " + e.getMessage());
            return 2;
        }
        Map<String, String> environment = System.getenv();
        Path home = Path.of(environment.getOrDefault("POSTBREEZE_HOME", ".local"))
                .resolve("crash")
                .toAbsolutePath()
                .normalize();
        Path programs = Path.of(environment.getOrDefault("POSTBREEZE_PROGRAMS", "."));
        System.out.println("seed " + seed + "; logs in " + home.resolve("logs"));
        try (Rig rig = Rig.start(programs, home, agent())) {
            Path directory = Files.createDirectories(home.resolve("files"));
            Materials materials = Materials.storedIn(rig.api(), directory);
            return new CrashMatrix(rig, materials, Clock.systemUTC(), seed)
                            .run(runs)
                            .isEmpty()
                    ? 0
                    : 1;
        }
    }

    private static long number(List<String> words, String option, long otherwise) {
        int place = words.indexOf(option);
        if (place < 0) {
            return otherwise;
        }
        if (place + 1 == words.size()) {
            throw new IllegalArgumentException(option + " takes a number");
        }
        return Long.parseLong(words.get(place + 1));
    }

    /** The jar that this class is in: it is the agent too. */
    private static Path agent() {
        try {
            return Path.of(FailpointAgent.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
