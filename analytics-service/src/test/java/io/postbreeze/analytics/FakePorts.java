package io.postbreeze.analytics;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Tells the service under test where {@link FakeUpstream} will listen. */
public final class FakePorts implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        String address = "http://127.0.0.1:" + freePort();
        return Map.of(
                "fake.upstream", address,
                "postbreeze.tiktok.api-url", address,
                "postbreeze.post-api.url", address,
                "postbreeze.service-token", "service-token-for-tests-only-0123456789",
                "quarkus.http.test-port", "0");
    }

    @Override
    public void stop() {
        // There is nothing to stop: the service under test owns the fake.
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
