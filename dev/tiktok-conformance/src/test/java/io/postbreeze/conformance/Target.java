package io.postbreeze.conformance;

import io.postbreeze.sandbox.Sandbox;
import io.postbreeze.sandbox.SandboxConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** Who is examined: the address in the environment, else a sandbox that is started here and nowhere else. */
final class Target {
    private static final Map<String, String> ENV = System.getenv();
    private static final Target ONLY = new Target();

    final String api;
    final boolean hasAdmin;

    private Target() {
        String given = setting("API_URL", "");
        api = given.isEmpty() ? started() : given.replaceFirst("/$", "");
        hasAdmin = given.isEmpty() || Boolean.parseBoolean(setting("ADMIN", "false"));
    }

    static Target only() {
        return ONLY;
    }

    /** A value of {@code CONFORMANCE_…}. */
    static String setting(String name, String otherwise) {
        return ENV.getOrDefault("CONFORMANCE_" + name, otherwise);
    }

    private static String started() {
        try {
            Sandbox sandbox = Sandbox.start(SandboxConfig.forTests(Files.createTempDirectory("conformance")));
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
            return sandbox.baseUrl();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
