package io.postbreeze.media.video;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Runs a program that nobody trusts: with limits that the operating system keeps, without our environment (it holds
 * secrets), without input, in a directory of its own, and never longer than it is wanted.
 */
final class ConfinedProcess {
    /** The program replaces the shell that set its limits; its arguments are never read by the shell. */
    private static final String CONFINE = "ulimit -c 0 && ulimit -n 64 && ulimit -v \"$1\" && ulimit -t \"$2\""
            + " && ulimit -f \"$3\" && shift 3 && exec nice -n 10 \"$@\"";

    private static final int BLOCK = 512;
    private static final int KILOBYTE = 1024;
    private static final int LAST_WORDS = 2_000;
    private static final Duration PULSE = Duration.ofMillis(100);
    private static final Duration DYING = Duration.ofSeconds(10);

    private ConfinedProcess() {}

    /**
     * Runs a command to its end; blocking.
     *
     * @param directory where it works and where what it says is kept
     * @param wanted asked several times a second; the program is killed when it says no
     */
    static Ended run(List<String> command, Limits limits, Path directory, BooleanSupplier wanted) {
        Path said = directory.resolve("said.txt");
        try {
            Process process = start(command, limits, directory, said);
            return new Ended(await(process, limits.wall(), wanted), lastWords(said));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process start(List<String> command, Limits limits, Path directory, Path said) throws IOException {
        List<String> confined = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                CONFINE,
                "confined",
                Long.toString(limits.memoryBytes() / KILOBYTE),
                Long.toString(limits.processor().toSeconds()),
                Long.toString(limits.fileBytes() / BLOCK)));
        confined.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(confined)
                .directory(directory.toFile())
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C"));
        return builder.start();
    }

    private static Outcome await(Process process, Duration wall, BooleanSupplier wanted) {
        long end = System.nanoTime() + wall.toNanos();
        try {
            do {
                if (!wanted.getAsBoolean()) {
                    return Outcome.UNWANTED;
                }
                if (System.nanoTime() - end > 0) {
                    return Outcome.TOO_SLOW;
                }
            } while (!process.waitFor(PULSE.toMillis(), TimeUnit.MILLISECONDS));
            return process.exitValue() == 0 ? Outcome.SUCCEEDED : Outcome.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.UNWANTED;
        } finally {
            kill(process);
        }
    }

    /** With all that it started; does nothing when all of that has ended. */
    private static void kill(Process process) {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.addFirst(process.toHandle());
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(ConfinedProcess::awaitEnd);
    }

    /** Nothing outlives SIGKILL for long, unless its disk hangs; then waiting would not help. */
    private static void awaitEnd(ProcessHandle handle) {
        handle.onExit()
                .completeOnTimeout(handle, DYING.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private static String lastWords(Path said) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(said.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(file.length(), LAST_WORDS)];
            file.seek(file.length() - end.length);
            file.readFully(end);
            return new String(end, StandardCharsets.UTF_8);
        }
    }

    /** How a program ended. */
    enum Outcome {
        /** It says that it did what it should. */
        SUCCEEDED,
        /** It says that it could not, or a limit of the operating system ended it. */
        FAILED,
        /** It was killed at its time limit. */
        TOO_SLOW,
        /** It was killed because nobody waits for it any more. */
        UNWANTED
    }

    /**
     * The end of a program.
     *
     * @param outcome how it ended
     * @param said the end of what it wrote; may quote the hostile file
     */
    record Ended(Outcome outcome, String said) {}
}
