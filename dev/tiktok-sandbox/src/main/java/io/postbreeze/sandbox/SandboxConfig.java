package io.postbreeze.sandbox;

import io.postbreeze.sandbox.state.Properties.Property;
import io.postbreeze.sandbox.state.Settings;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What this TikTok begins with.
 *
 * @param port where to listen on 127.0.0.1; 0 picks a free one
 * @param publicUrl base of upload addresses; empty for the address it listens on
 * @param clientKey the one app's key
 * @param clientSecret the one app's secret
 * @param redirectUris where consent may come back to
 * @param business the app's second registration, with the Business API
 * @param dataDirectory where everything is kept
 * @param settings how it behaves at first
 * @param owned addresses the app has proven to own
 * @param hosts where hosts of pulled media really are
 * @param scenario a file of faults to begin with; empty for none
 */
public record SandboxConfig(
        int port,
        Optional<String> publicUrl,
        String clientKey,
        String clientSecret,
        List<String> redirectUris,
        BusinessApp business,
        Path dataDirectory,
        Settings settings,
        List<Property> owned,
        Map<String, URI> hosts,
        Optional<Path> scenario) {

    /**
     * An app as the Business API knows it.
     *
     * @param id its public id
     * @param secret its secret
     * @param redirectUris where consent may come back to
     */
    public record BusinessApp(String id, String secret, List<String> redirectUris) {
        private static BusinessApp fromEnvironment(Map<String, String> env) {
            String callbacks = env.getOrDefault(
                    "SANDBOX_BUSINESS_REDIRECT_URIS", "http://127.0.0.1:8080/api/v1/oauth/tiktok-business/callback/");
            return new BusinessApp(
                    env.getOrDefault("SANDBOX_BUSINESS_ID", "sandbox-business-id"),
                    env.getOrDefault("SANDBOX_BUSINESS_SECRET", "sandbox-business-secret"),
                    words(callbacks).toList());
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "BusinessApp[id=" + id + "]";
        }
    }

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
                words(env.getOrDefault("SANDBOX_REDIRECT_URIS", "http://127.0.0.1:8080/api/v1/oauth/tiktok/callback"))
                        .toList(),
                BusinessApp.fromEnvironment(env),
                Path.of(env.getOrDefault("SANDBOX_DATA_DIR", "sandbox-data")),
                settings(env),
                said(
                        env,
                        "SANDBOX_VERIFIED",
                        value -> words(value).map(SandboxConfig::property).toList()),
                said(
                        env,
                        "SANDBOX_HOSTS",
                        value -> words(value)
                                .map(pair -> pair.split("=", 2))
                                .collect(Collectors.toMap(
                                        pair -> pair[0].toLowerCase(Locale.ROOT), pair -> URI.create(pair[1])))),
                Optional.ofNullable(env.get("SANDBOX_SCENARIO")).map(Path::of));
    }

    private static Settings settings(Map<String, String> env) {
        JsonObject changed = new JsonObject()
                .put("processingMs", whole(env, "SANDBOX_PROCESSING_MS", 2_000, Integer.MAX_VALUE))
                .put("moderationMs", whole(env, "SANDBOX_MODERATION_MS", 1_000, Integer.MAX_VALUE))
                .put("postsPerDay", whole(env, "SANDBOX_POSTS_PER_DAY", 15, Integer.MAX_VALUE))
                .put("keepBytes", whole(env, "SANDBOX_KEEP_MB", 2_000, 9_000_000) * 1_000_000)
                .put("audited", yes(env, "SANDBOX_AUDITED"));
        Optional.ofNullable(env.get("SANDBOX_WEBHOOK_URL"))
                .filter(url -> !url.isBlank())
                .ifPresent(url -> changed.put("webhookUrl", url));
        Settings usual = Settings.DEFAULTS.changedBy(changed.encode());
        return said(
                Map.of("SANDBOX_SETTINGS", env.getOrDefault("SANDBOX_SETTINGS", "{}")),
                "SANDBOX_SETTINGS",
                usual::changedBy);
    }

    private static Property property(String value) {
        return new Property(value.contains("/") ? Property.Kind.PREFIX : Property.Kind.DOMAIN, value);
    }

    private static Stream<String> words(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).filter(word -> !word.isEmpty());
    }

    private static <T> T said(Map<String, String> env, String name, Function<String, T> reader) {
        try {
            return reader.apply(env.getOrDefault(name, ""));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalStateException("%s makes no sense: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** The same with other delays. */
    public SandboxConfig withDelays(Duration processing, Duration moderation) {
        return with(settings.changedBy(new JsonObject()
                .put("processingMs", processing.toMillis())
                .put("moderationMs", moderation.toMillis())
                .encode()));
    }

    /** The same with other settings. */
    public SandboxConfig with(Settings changed) {
        return new SandboxConfig(
                port,
                publicUrl,
                clientKey,
                clientSecret,
                redirectUris,
                business,
                dataDirectory,
                changed,
                owned,
                hosts,
                scenario);
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
