package io.postbreeze.media.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.media.video.ConfinedProcess.Ended;
import io.postbreeze.media.video.ConfinedProcess.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConfinedProcessTest {
    private static final long MEGABYTE = 1L << 20;
    private static final Limits GENEROUS =
            new Limits(Duration.ofSeconds(40), Duration.ofSeconds(20), 1024 * MEGABYTE, MEGABYTE);

    @TempDir
    Path directory;

    @Test
    void aProgramThatSucceedsHasItsSay() {
        Ended ended = run(GENEROUS, "echo good; echo bad >&2");

        assertThat(ended.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(ended.said()).contains("good", "bad");
    }

    @Test
    void aProgramThatFailsFails() {
        assertThat(run(GENEROUS, "exit 3").outcome()).isEqualTo(Outcome.FAILED);
        assertThat(start(GENEROUS, List.of("/no/such/program")).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void aSlowProgramIsKilledWithItsChildren() throws IOException {
        Limits short2s = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(20), 1024 * MEGABYTE, MEGABYTE);

        Ended ended = run(short2s, "trap '' TERM; sleep 600 & echo $! > child; echo $$ > self; wait");

        assertThat(ended.outcome()).isEqualTo(Outcome.TOO_SLOW);
        assertThat(isAlive("self")).isFalse();
        assertThat(isAlive("child")).isFalse();
    }

    @Test
    void aProgramThatNobodyWantsAnyMoreIsKilled() throws IOException {
        AtomicBoolean asked = new AtomicBoolean();
        Path child = directory.resolve("child");

        Ended ended = ConfinedProcess.run(
                List.of("/bin/sh", "-c", "sleep 600 & echo $! > child; wait"), GENEROUS, directory, () -> {
                    asked.set(true);
                    return !Files.exists(child) || child.toFile().length() == 0;
                });

        assertThat(ended.outcome()).isEqualTo(Outcome.UNWANTED);
        assertThat(asked).isTrue();
        assertThat(isAlive("child")).isFalse();
    }

    @Test
    void timeOnTheProcessorIsLimited() {
        Limits second = new Limits(Duration.ofSeconds(40), Duration.ofSeconds(1), 1024 * MEGABYTE, MEGABYTE);

        assertThat(run(second, "while :; do :; done").outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void filesAreLimitedAndSoIsWhatItSays() {
        assertThat(run(GENEROUS, "exec cat /dev/zero > large").outcome()).isEqualTo(Outcome.FAILED);
        assertThat(directory.resolve("large").toFile().length()).isEqualTo(MEGABYTE);

        Ended ended = run(GENEROUS, "while :; do echo endless; done");
        assertThat(ended.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(ended.said()).hasSizeLessThanOrEqualTo(2_000);
        assertThat(directory.resolve("said.txt").toFile().length()).isLessThanOrEqualTo(MEGABYTE);
    }

    @Test
    void memoryIsLimited() {
        Limits little = new Limits(Duration.ofSeconds(40), Duration.ofSeconds(20), 64 * MEGABYTE, MEGABYTE);

        assertThat(run(little, "ulimit -v").said().strip()).isEqualTo("65536");
        // A program that keeps a line without an end in memory.
        assertThat(run(little, "tr '\\0' a < /dev/zero | grep -c x && exit 0; exit 1")
                        .outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void ourEnvironmentStaysOurs() {
        assertThat(run(GENEROUS, "env").said().lines().map(line -> line.substring(0, line.indexOf('='))))
                .contains("PATH")
                .isSubsetOf("PATH", "LC_ALL", "PWD", "OLDPWD", "SHLVL", "_");
    }

    @Test
    void argumentsAreNotReadByTheShell() {
        Ended ended = start(GENEROUS, List.of("echo", "$(touch evil)", "; touch evil", "`touch evil`"));

        assertThat(ended.said()).contains("$(touch evil) ; touch evil `touch evil`");
        assertThat(directory.resolve("evil")).doesNotExist();
    }

    private Ended run(Limits limits, String script) {
        return start(limits, List.of("/bin/sh", "-c", script));
    }

    private Ended start(Limits limits, List<String> command) {
        return ConfinedProcess.run(command, limits, directory, () -> true);
    }

    private boolean isAlive(String file) throws IOException {
        long pid = Long.parseLong(Files.readString(directory.resolve(file)).strip());
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
