package io.postbreeze.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what the servers of this JVM log to a file, so that the terminal belongs to the user. */
final class ServerLog {
    /** PostgreSQL's own words pass as information. Held, because the log system forgets loggers that nobody holds. */
    private static final Logger POSTGRES = Logger.getLogger("io.zonky");

    private ServerLog() {}

    static void to(Path file) {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");
        LogManager.getLogManager().reset();
        try {
            Handler handler = new FileHandler(file.toString(), true);
            handler.setFormatter(new SimpleFormatter());
            Logger root = Logger.getLogger("");
            root.setLevel(Level.WARNING);
            root.addHandler(handler);
            POSTGRES.setLevel(Level.INFO);
        } catch (IOException e) {
            throw new StackFailure("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
