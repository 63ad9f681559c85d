package io.postbreeze.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How this TikTok behaves.
 *
 * @param port where to listen on 127.0.0.1; 0 picks a free one
 * @param publicUrl base of upload addresses; empty for the address it listens on
 * @param clientKey the one app's key
 * @param clientSecret the one app's secret
 * @param redirectUris where consent may come back to
 * @param dataDirectory where everything is kept
 * @param processing from the last byte to the verdict
 * @param moderation from the verdict to the public post id
 * @param audited whether the app passed TikTok's audit; else only private posts of private accounts
 * @param postsPerDay posts of one creator in 24 hours
 */
public record SandboxConfig(
        int port,
        Optional<String> publicUrl,
        String clientKey,
        String clientSecret,
        List<String> redirectUris,
        Path dataDirectory,
        Duration processing,
        Duration moderation,
        boolean audited,
        int postsPerDay) {

    /** For tests: a free port, the usual delays, everything in {@code directory}. */
    public static SandboxConfig forTests(Path directory) {
        return fromEnvironment(Map.of("SANDBOX_PORT", "0", "SANDBOX_DATA_DIR", directory.toString()));
    }

    /**
     * From {@code SANDBOX_…} variables, each with a default.
     *
     * @throws IllegalStateException naming the variable, when a value makes no sense
     */
    public static SandboxConfig fromEnvironment(Map<String, String> env) {
        return new SandboxConfig(
                (int) whole(env, "SANDBOX_PORT", 8090, 65_535),
                Optional.ofNullable(env.get("SANDBOX_PUBLIC_URL"))
                        .map(url -> url.strip().replaceFirst("/$", ""))
                        .filter(url -> !url.isEmpty()),
                env.getOrDefault("SANDBOX_CLIENT_KEY", "sandbox-client-key"),
                env.getOrDefault("SANDBOX_CLIENT_SECRET", "sandbox-client-secret"),
                Arrays.stream(env.getOrDefault(
                                        "SANDBOX_REDIRECT_URIS", "http://127.0.0.1:8080/api/v1/oauth/tiktok/callback")
                                .split(","))
                        .map(String::strip)
                        .toList(),
                Path.of(env.getOrDefault("SANDBOX_DATA_DIR", "sandbox-data")),
                millis(env, "SANDBOX_PROCESSING_MS", 2_000),
                millis(env, "SANDBOX_MODERATION_MS", 1_000),
                yes(env, "SANDBOX_AUDITED"),
                (int) whole(env, "SANDBOX_POSTS_PER_DAY", 15, Integer.MAX_VALUE));
    }

    /** The same with other delays. */
    public SandboxConfig withDelays(Duration newProcessing, Duration newModeration) {
        return new SandboxConfig(
                port,
                publicUrl,
                clientKey,
                clientSecret,
                redirectUris,
                dataDirectory,
                newProcessing,
                newModeration,
                audited,
                postsPerDay);
    }

    private static Duration millis(Map<String, String> env, String name, long fallback) {
        return Duration.ofMillis(whole(env, name, fallback, Integer.MAX_VALUE));
    }

    private static long whole(Map<String, String> env, String name, long fallback, long most) {
        String value = env.getOrDefault(name, String.valueOf(fallback));
        if (value.matches("\\d{1,10}") && Long.parseLong(value) <= most) {
            return Long.parseLong(value);
        }
        throw new IllegalStateException("%s must be a whole number up to %d, not %s".formatted(name, most, value));
    }

    private static boolean yes(Map<String, String> env, String name) {
        String value = env.getOrDefault(name, "true").toLowerCase(Locale.ROOT);
        if (value.equals("true") || value.equals("false")) {
            return value.equals("true");
        }
        throw new IllegalStateException("%s must be true or false, not %s".formatted(name, value));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "SandboxConfig[port=" + port + ", clientKey=" + clientKey + ", dataDirectory=" + dataDirectory + "]";
    }
}
