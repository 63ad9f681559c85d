package io.postbreeze.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The servers that all tests of one JVM share; each starts at its first use and lives as long as the JVM. They live in
 * the JVM's own class loader, because Quarkus closes its test class loaders between test profiles; therefore only types
 * of the JDK cross this boundary.
 */
public final class SharedServers {
    private static final Map<String, Map<String, String>> KAFKA = new ConcurrentHashMap<>();
    private static final Map<String, Map<String, String>> OBJECT_STORES = new ConcurrentHashMap<>();
    private static @Nullable PostgresServer postgres;

    private static final List<String> SERVERS_LOGS =
            List.of("kafka", "org.apache.kafka", "state.change.logger", "org.gaul", "io.zonky");

    /** Held, because the log system forgets loggers that nobody holds. */
    private static final List<Logger> LOGGERS =
            SERVERS_LOGS.stream().map(Logger::getLogger).toList();

    static {
        LOGGERS.forEach(logger -> logger.setLevel(Level.SEVERE));
    }

    private SharedServers() {}

    /** Properties of a database on the shared PostgreSQL; created when missing. */
    public static synchronized Map<String, String> postgres(String database) {
        if (postgres == null) {
            postgres = PostgresServer.startTemporary();
        }
        postgres.createDatabase(database);
        return Map.of(
                "postbreeze.db.reactive-url",
                postgres.reactiveUrl(database),
                "postbreeze.db.jdbc-url",
                postgres.jdbcUrl(database),
                "postbreeze.db.username",
                PostgresServer.USERNAME,
                "postbreeze.db.password",
                PostgresServer.PASSWORD);
    }

    /** Properties of the shared Kafka node. */
    public static Map<String, String> kafka() {
        return KAFKA.computeIfAbsent("kafka", name -> startKafka(temporaryDirectory(name)));
    }

    private static Map<String, String> startKafka(Path directory) {
        KafkaServer kafka = KafkaServer.start(directory, FreePorts.next(), FreePorts.next());
        atExit(kafka::close, directory);
        return Map.of("kafka.bootstrap.servers", kafka.bootstrap());
    }

    /** Properties of the shared object store. */
    public static Map<String, String> objectStore() {
        return OBJECT_STORES.computeIfAbsent("objects", name -> startObjectStore(temporaryDirectory(name)));
    }

    private static Map<String, String> startObjectStore(Path directory) {
        ObjectStoreServer store = ObjectStoreServer.start(directory, 0);
        atExit(store::close, directory);
        String endpoint = store.endpoint().toString();
        return Map.of(
                "postbreeze.s3.endpoint",
                endpoint,
                "postbreeze.s3.region",
                ObjectStoreServer.REGION,
                "postbreeze.s3.bucket",
                ObjectStoreServer.BUCKET,
                "postbreeze.s3.access-key",
                ObjectStoreServer.ACCESS_KEY,
                "postbreeze.s3.secret-key",
                ObjectStoreServer.SECRET_KEY,
                "postbreeze.s3.path-style",
                "true",
                "postbreeze.s3.public-read-acl",
                "true",
                "postbreeze.media.public-url",
                endpoint + "/" + ObjectStoreServer.BUCKET);
    }

    /** Calls a method of this class in the JVM's own class loader, wherever the caller was loaded. */
    static Map<String, String> inJvmLoader(String method, String... arguments) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader jvmLoader = ClassLoader.getSystemClassLoader();
        // The servers' threads inherit the context loader; it must not be one that Quarkus closes.
        thread.setContextClassLoader(jvmLoader);
        try {
            return withQuietLogs(call(jvmLoader.loadClass(SharedServers.class.getName()), method, arguments));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot start the shared " + method, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @SuppressWarnings("unchecked") // Every public method of this class returns a map of strings.
    private static Map<String, String> call(Class<?> servers, String method, String... arguments)
            throws ReflectiveOperationException {
        Class<?>[] types = Stream.of(arguments).map(Object::getClass).toArray(Class<?>[]::new);
        return (Map<String, String>) servers.getMethod(method, types).invoke(null, (Object[]) arguments);
    }

    /** Quarkus sets all levels anew when it starts, so it must be told as well. */
    private static Map<String, String> withQuietLogs(Map<String, String> properties) {
        Map<String, String> result = new HashMap<>(properties);
        SERVERS_LOGS.forEach(log -> result.put("quarkus.log.category.\"" + log + "\".level", "ERROR"));
        return result;
    }

    private static Path temporaryDirectory(String name) {
        try {
            return Files.createTempDirectory("postbreeze-" + name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops before it deletes: a Kafka node that loses its files halts the JVM, and with it the test run's verdict. */
    private static void atExit(Runnable stop, Path directory) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.run();
            delete(directory);
        }));
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(SharedServers::deleteFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteFile(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
