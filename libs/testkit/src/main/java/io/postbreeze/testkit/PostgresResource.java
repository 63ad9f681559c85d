package io.postbreeze.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} a database on the JVM's shared PostgreSQL as {@code postbreeze.db.*}. Init argument
 * {@code database} (default {@code test}).
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {
    private String database = "test";

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        return SharedServers.inJvmLoader("postgres", database);
    }

    @Override
    public void stop() {
        // The server is shared by all tests of this JVM and ends with it.
    }
}
