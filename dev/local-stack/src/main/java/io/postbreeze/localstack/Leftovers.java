package io.postbreeze.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Ends what an earlier launcher of the same home left running when it was killed. Children carry {@link #mark} in their
 * command line, which no other process has; PostgreSQL leaves its pid in its data folder. To be called under the lock.
 */
final class Leftovers {
    private static final long PATIENCE_SECONDS = 5;

    private final Path home;
    private final Path postgresData;

    Leftovers(Path home, Path postgresData) {
        this.home = home;
        this.postgresData = postgresData;
    }

    /** JVM argument that tells the children of {@code home} from all other processes. */
    static String mark(Path home) {
        return "-Dpostbreeze.stack=" + home;
    }

    /** Ends them all and answers how many there were. */
    int end() {
        String mark = mark(home);
        List<ProcessHandle> children = ProcessHandle.allProcesses()
                .filter(process -> hasArgument(process, mark))
                .toList();
        children.forEach(ProcessHandle::destroyForcibly);
        children.forEach(Leftovers::awaitEnd);
        // After its clients, for PostgreSQL waits for them when it is asked to stop.
        Optional<ProcessHandle> postgres = postgres();
        postgres.ifPresent(Leftovers::endGently);
        return children.size() + (postgres.isPresent() ? 1 : 0);
    }

    private static boolean hasArgument(ProcessHandle process, String argument) {
        return process.info().arguments().map(Stream::of).orElse(Stream.empty()).anyMatch(argument::equals);
    }

    private Optional<ProcessHandle> postgres() {
        try (Stream<String> lines = Files.lines(postgresData.resolve("postmaster.pid"))) {
            return lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void endGently(ProcessHandle process) {
        process.destroy();
        if (!awaitEnd(process)) {
            process.destroyForcibly();
            awaitEnd(process);
        }
    }

    private static boolean awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new StackFailure("Cannot wait for the end of process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
