package io.postbreeze.localstack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Ends what an earlier launcher of the same home left running when it was killed. Children carry {@link #mark} in their
 * command line, which no other process has; PostgreSQL runs from binaries inside the home. To be called under the lock.
 */
final class Leftovers {
    private static final long PATIENCE_SECONDS = 3;

    private final Path home;

    Leftovers(Path home) {
        this.home = home;
    }

    /** JVM argument that tells the children of {@code home} from all other processes. */
    static String mark(Path home) {
        return "-Dpostbreeze.stack=" + home;
    }

    /** Ends them all and answers how many there were. */
    int end() {
        String mark = mark(home);
        int children = end(process -> hasArgument(process, mark));
        // After its clients, for PostgreSQL waits for them when it is asked to stop. When it was killed itself, its
        // own processes must be gone before it can start anew.
        String binaries = realPath(home) + File.separator;
        return children + end(process -> process.info().command().orElse("").startsWith(binaries));
    }

    /** As the operating system names a running program. */
    private static Path realPath(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new StackFailure("Cannot read " + folder, e);
        }
    }

    private static boolean hasArgument(ProcessHandle process, String argument) {
        return process.info().arguments().map(Stream::of).orElse(Stream.empty()).anyMatch(argument::equals);
    }

    private static int end(Predicate<ProcessHandle> ours) {
        List<ProcessHandle> processes =
                ProcessHandle.allProcesses().filter(ours).toList();
        processes.forEach(ProcessHandle::destroy);
        processes.stream().filter(process -> !awaitEnd(process)).forEach(ProcessHandle::destroyForcibly);
        processes.forEach(Leftovers::awaitEnd);
        return processes.size();
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
