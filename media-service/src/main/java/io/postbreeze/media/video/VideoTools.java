package io.postbreeze.media.video;

import io.postbreeze.media.video.ConfinedProcess.Ended;
import io.postbreeze.media.video.ConfinedProcess.Outcome;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Whether there is an ffmpeg, and what it can do. Found out once, when the service starts. */
@Startup
@ApplicationScoped
public class VideoTools {
    private static final Logger LOGGER = Logger.getLogger(VideoTools.class);
    private static final Limits FIRST_WORDS =
            new Limits(Duration.ofSeconds(20), Duration.ofSeconds(10), 1L << 30, 1L << 20);
    private static final String ON = "on";
    /** Longer than any work takes. */
    private static final Duration LEFT_BEHIND = Duration.ofHours(6);

    private final String ffmpeg;
    private final String state;
    private final String repairs;
    private final Path directory;

    VideoTools(VideoConfig config, Clock clock) {
        this.directory = config.video().directory().orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
        this.ffmpeg =
                find(config.ffmpeg().orElse("ffmpeg"), System.getenv("PATH")).orElse("");
        this.state = ffmpeg.isEmpty() ? "off: there is no ffmpeg" : tried();
        this.repairs = config.video().repairs() ? repairing() : "off: switched off";
        WorkDirectory.sweep(directory, clock.instant(), LEFT_BEHIND);
        LOGGER.infof("Posters of videos are %s, repairs %s", state, repairs);
    }

    /** Whether posters are made. */
    public boolean makesPosters() {
        return state.equals(ON);
    }

    /** {@code on}, or {@code off} and why. */
    String posters() {
        return state;
    }

    /** Whether videos are repaired. */
    boolean repairs() {
        return repairs.equals(ON);
    }

    /** Why they are not. */
    String repairsOff() {
        return repairs;
    }

    String ffmpeg() {
        return ffmpeg;
    }

    Path directory() {
        return directory;
    }

    /** Under the limits that it will have, which some systems do not know how to keep. */
    private String tried() {
        try (WorkDirectory work = WorkDirectory.in(directory)) {
            Ended ended = ConfinedProcess.run(FfmpegCommand.encoders(ffmpeg), FIRST_WORDS, work.path(), () -> true);
            return ended.outcome() == Outcome.SUCCEEDED ? ON : "off: ffmpeg does not start within its limits";
        } catch (UncheckedIOException e) {
            LOGGER.warn("ffmpeg could not be tried", e);
            return "off: ffmpeg could not be tried";
        }
    }

    private String repairing() {
        if (!makesPosters()) {
            return state;
        }
        try (WorkDirectory work = WorkDirectory.in(directory)) {
            List<String> command = FfmpegCommand.encoding(ffmpeg, work.file("tried.mp4"));
            Ended ended = ConfinedProcess.run(command, FIRST_WORDS, work.path(), () -> true);
            return ended.outcome() == Outcome.SUCCEEDED ? ON : "off: this ffmpeg does not encode H.264 and AAC";
        }
    }

    /** The program itself, empty if there is none; a name is looked for on the path, a path is not. */
    static Optional<String> find(String wanted, String path) {
        if (wanted.equals("off")) {
            return Optional.empty();
        }
        if (wanted.contains(File.separator)) {
            return runnable(Path.of(wanted));
        }
        return Arrays.stream(Optional.ofNullable(path).orElse("").split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> runnable(Path.of(directory, wanted)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> runnable(Path program) {
        try {
            return Files.isRegularFile(program) && Files.isExecutable(program)
                    ? Optional.of(program.toRealPath().toString())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
