package io.postbreeze.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a {@code @QuarkusTest} the JVM's shared S3 store as {@code postbreeze.s3.*}. */
public final class ObjectStoreResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return SharedServers.inJvmLoader("objectStore");
    }

    @Override
    public void stop() {
        // The server is shared by all tests of this JVM and ends with it.
    }
}
