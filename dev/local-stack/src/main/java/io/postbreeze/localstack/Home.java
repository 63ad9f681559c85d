package io.postbreeze.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Tells a folder that is ours from one with somebody's things, of which {@code --fresh} would delete some. */
final class Home {
    /** {@code ./postbreeze} knows this name as well. */
    private static final String MARKER = ".postbreeze-home";

    /** What a home from before there was a marker has. */
    private static final String LOCK = "lock";

    private Home() {}

    /**
     * Makes {@code folder} ours when it is new or empty.
     *
     * @throws StackFailure when it holds what we did not put there
     */
    static void claim(Path folder) {
        try {
            Files.createDirectories(folder);
            Path marker = folder.resolve(MARKER);
            if (Files.exists(marker)) {
                return;
            }
            if (!isEmpty(folder) && !Files.isRegularFile(folder.resolve(LOCK))) {
                throw new StackFailure("%s holds other things; POSTBREEZE_HOME takes a folder of its own, new or empty."
                        .formatted(folder));
            }
            Files.createFile(marker);
        } catch (IOException e) {
            throw new StackFailure("Cannot use " + folder + ": " + e.getMessage(), e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
