package io.postbreeze.publisher;

import io.postbreeze.testkit.FreePorts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Tells the service where the fakes will listen. */
public final class FakePorts implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        String tiktok = "http://127.0.0.1:" + FreePorts.next();
        String neighbours = "http://127.0.0.1:" + FreePorts.next();
        return Map.of(
                "fake.tiktok", tiktok,
                "fake.neighbours", neighbours,
                "test.sandbox", "http://unused",
                "postbreeze.tiktok.api-url", tiktok,
                "postbreeze.tiktok.upload-hosts", "127.0.0.1",
                "postbreeze.tiktok.allow-plain-http", "true",
                "postbreeze.post-api.url", neighbours,
                "postbreeze.media.url", neighbours,
                "postbreeze.service-token", "a-token-for-tests-only-0123456789abcdef");
    }

    @Override
    public void stop() {
        // The fakes end with the application.
    }
}
