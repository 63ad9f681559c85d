package io.postbreeze.conformance;

import io.postbreeze.sandbox.Sandbox;
import io.postbreeze.sandbox.SandboxConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;

/**
 * What is tested: the address in {@code CONFORMANCE_API_URL}, or else a sandbox of its own, which is the only class of
 * the sandbox that this suite knows. Only a sandbox has the admin side that most cases need; elsewhere those are skipped,
 * and what is left works with the token in {@code CONFORMANCE_ACCESS_TOKEN}.
 */
final class Target {
    static final String KEY = env("CONFORMANCE_CLIENT_KEY").orElse("sandbox-client-key");
    static final String SECRET = env("CONFORMANCE_CLIENT_SECRET").orElse("sandbox-client-secret");
    static final String REDIRECT = env("CONFORMANCE_REDIRECT_URI").orElse("https://app.example.test/callback");
    static final Optional<String> TOKEN = env("CONFORMANCE_ACCESS_TOKEN");
    static final String API = env("CONFORMANCE_API_URL").orElseGet(Target::begin);
    static final boolean HAS_ADMIN =
            env("CONFORMANCE_API_URL").isEmpty() || env("CONFORMANCE_ADMIN").isPresent();

    private Target() {}

    private static String begin() {
        try {
            Sandbox sandbox = Sandbox.start(SandboxConfig.fromEnvironment(Map.of(
                    "SANDBOX_PORT",
                    "0",
                    "SANDBOX_DATA_DIR",
                    Files.createTempDirectory("conformance").toString(),
                    "SANDBOX_REDIRECT_URIS",
                    REDIRECT)));
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
            return sandbox.baseUrl();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> env(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
