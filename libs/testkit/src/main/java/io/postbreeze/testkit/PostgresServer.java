package io.postbreeze.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A real PostgreSQL 18 as child processes of this JVM, listening on 127.0.0.1 only. User {@value #USERNAME}, any
 * password. Not thread-safe.
 */
public final class PostgresServer implements AutoCloseable {
    /** Owner of every database. */
    public static final String USERNAME = "postgres";

    /** Local connections are trusted; clients that insist on a password get this one. */
    public static final String PASSWORD = "postgres";

    private static final Duration STARTUP = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;

    private PostgresServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts on a free port with data that vanishes at close; fsync is off, as a test need not survive a power cut. */
    public static PostgresServer startTemporary() {
        return start(EmbeddedPostgres.builder().setCleanDataDirectory(true));
    }

    /**
     * Starts on {@code port} with data kept in {@code directory}, each commit on disk before it is answered. The caller
     * makes sure that no other server uses the directory, so that a pid file found there is what a kill -9 has left.
     *
     * @throws UncheckedIOException when the server does not come up
     */
    public static PostgresServer startPersistent(Path directory, int port) {
        Path data = directory.resolve("data");
        prepare(data);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPort(port)
                .setCleanDataDirectory(false)
                .setDataDirectory(data.toFile())
                .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
                // Whoever keeps data decides about the order of the shutdown.
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
        return start(builder);
    }

    private static PostgresServer start(EmbeddedPostgres.Builder builder) {
        try {
            builder.setServerConfig("listen_addresses", "127.0.0.1")
                    // Its lock file would lie in the folder for temporary files and outlive a kill -9.
                    .setServerConfig("unix_socket_directories", "")
                    .setPGStartupWait(STARTUP);
            return new PostgresServer(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    private static void prepare(Path data) {
        try {
            Files.createDirectories(data);
            // Its pid may belong to a zombie or to a stranger by now, for either of which PostgreSQL would not start.
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** TCP port on 127.0.0.1. */
    public int port() {
        return postgres.getPort();
    }

    /** Creates {@code database} unless it exists. The name must be a plain identifier. */
    public void createDatabase(String database) {
        if (!database.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("Not a plain database name: " + database);
        }
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            if (!exists(connection, database)) {
                create(connection, database);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create database " + database, e);
        }
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT count(*) FROM pg_database WHERE datname = ?")) {
            query.setString(1, database);
            try (var rows = query.executeQuery()) {
                return rows.next() && rows.getInt(1) > 0;
            }
        }
    }

    private static void create(Connection connection, String database) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        }
    }

    /** URL for JDBC clients. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** URL for the Vert.x client. */
    public String reactiveUrl(String database) {
        return "vertx-reactive:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }
}
