package io.postbreeze.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a {@code @QuarkusTest} the JVM's shared Kafka with all topics as {@code kafka.bootstrap.servers}. */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return SharedServers.inJvmLoader("kafka");
    }

    @Override
    public void stop() {
        // The server is shared by all tests of this JVM and ends with it.
    }
}
