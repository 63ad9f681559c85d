package io.postbreeze.crash;

import io.postbreeze.crash.failpoint.FailpointAgent;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * {@code ./postbreeze bench crash [--runs N] [--seed S]}: N posts go out while the stack is broken, ten at a time. Ends
 * with status 1 when the promise was broken, and prints the seed, with which the same trouble comes again.
 * {@code ./postbreeze bench outage [--posts N] [--accounts N]}: everything is down for two days past the time of N
 * posts.
 */
public final class CrashMain {
    private static final int USUAL_RUNS = 100;
    private static final int MANY = 100_000;
    private static final int USUAL_POSTS = 5_000;
    private static final int USUAL_ACCOUNTS = 500;
    private static final int TIKTOKS_POSTS_PER_DAY = 15;

    private CrashMain() {}

    /** Runs the matrix on a stack of its own. */
    public static void main(String[] words) throws IOException, InterruptedException {
        boolean isOutage = words.length > 0 && words[0].equals("outage");
        System.exit(isOutage ? outage(List.of(words)) : matrix(List.of(words)));
    }

    private static int matrix(List<String> words) throws IOException, InterruptedException {
        int runs;
        long seed;
        try {
            runs = Math.toIntExact(number(words, "--runs", USUAL_RUNS));
            seed = number(words, "--seed", new SecureRandom().nextInt(1_000_000));
        } catch (IllegalArgumentException | ArithmeticException e) {
            System.err.println("bench crash [--runs N] [--seed S]: " + e.getMessage());
            return 2;
        }
        Path home = home();
        System.out.println("seed " + seed + "; logs in " + home.resolve("logs"));
        try (Rig rig = Rig.start(programs(), home, agent(), MANY)) {
            Path directory = Files.createDirectories(home.resolve("files"));
            Materials materials = Materials.storedIn(rig.api(), directory);
            return new CrashMatrix(rig, materials, Clock.systemUTC(), seed)
                            .run(runs)
                            .isEmpty()
                    ? 0
                    : 1;
        }
    }

    private static int outage(List<String> words) throws IOException, InterruptedException {
        int posts;
        int accounts;
        try {
            posts = Math.toIntExact(number(words, "--posts", USUAL_POSTS));
            accounts = Math.toIntExact(number(words, "--accounts", USUAL_ACCOUNTS));
        } catch (IllegalArgumentException | ArithmeticException e) {
            System.err.println("bench outage [--posts N] [--accounts N]: " + e.getMessage());
            return 2;
        }
        System.out.println("logs in " + home().resolve("logs"));
        try (Rig rig = Rig.start(programs(), home(), agent(), TIKTOKS_POSTS_PER_DAY)) {
            return new Outage(rig, Clock.systemUTC(), posts, accounts).run().isEmpty() ? 0 : 1;
        } catch (SQLException | ExecutionException e) {
            throw new IllegalStateException("The outage could not be made", e);
        }
    }

    private static Path home() {
        return Path.of(System.getenv().getOrDefault("POSTBREEZE_HOME", ".local"))
                .resolve("crash")
                .toAbsolutePath()
                .normalize();
    }

    private static Path programs() {
        return Path.of(System.getenv().getOrDefault("POSTBREEZE_PROGRAMS", "."));
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
