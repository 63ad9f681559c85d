package io.postbreeze.localstack;

import io.postbreeze.testkit.ObjectStoreServer;
import io.postbreeze.testkit.PostgresServer;
import java.util.HashMap;
import java.util.Map;

/** What each process is told by its environment, as it would be in production. */
final class ServiceEnvironment {
    /** Known to no one but the sandbox, which looks it up at the local store. */
    private static final String PUBLIC_HOST = "media.postbreeze.test";

    private final Settings settings;
    private final Ports ports;
    private final Secrets secrets;

    ServiceEnvironment(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.ports = settings.ports();
        this.secrets = secrets;
    }

    /** @param port where this replica listens */
    Map<String, String> of(Service service, int port) {
        Map<String, String> environment = new HashMap<>(shared(service, port));
        environment.putAll(
                switch (service) {
                    case POST_API -> postApi();
                    case MEDIA -> media();
                    case PUBLISHER -> publisher();
                    case ANALYTICS -> tiktok();
                });
        return environment;
    }

    private Map<String, String> shared(Service service, int port) {
        return Map.ofEntries(
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                Map.entry("POSTBREEZE_DB_REACTIVE_URL", "vertx-reactive:" + database(service)),
                Map.entry("POSTBREEZE_DB_JDBC_URL", "jdbc:" + database(service)),
                Map.entry("POSTBREEZE_DB_USERNAME", PostgresServer.USERNAME),
                Map.entry("POSTBREEZE_DB_PASSWORD", PostgresServer.PASSWORD),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.of(Listener.KAFKA)),
                Map.entry("POSTBREEZE_SERVICE_TOKEN", secrets.serviceToken()),
                Map.entry("POSTBREEZE_POST_API_URL", ports.url(Listener.POST_API)),
                Map.entry("POSTBREEZE_MEDIA_URL", ports.url(Listener.MEDIA)),
                Map.entry("POSTBREEZE_PUBLISHER_URL", ports.url(Listener.PUBLISHER)),
                Map.entry("POSTBREEZE_LOG_JSON", "false"));
    }

    /** Address of a service's database, without the client's prefix. */
    String database(Service service) {
        return "postgresql://127.0.0.1:" + ports.of(Listener.POSTGRES) + "/" + service.database();
    }

    private Map<String, String> tiktok() {
        return Map.of("POSTBREEZE_TIKTOK_API_URL", ports.url(Listener.SANDBOX));
    }

    private Map<String, String> postApi() {
        return Map.of(
                "POSTBREEZE_TIKTOK_API_URL", ports.url(Listener.SANDBOX),
                "POSTBREEZE_TIKTOK_AUTHORIZE_URL", ports.url(Listener.SANDBOX) + "/v2/auth/authorize/",
                "POSTBREEZE_TIKTOK_CLIENT_KEY", secrets.clientKey(),
                "POSTBREEZE_TIKTOK_CLIENT_SECRET", secrets.clientSecret(),
                "POSTBREEZE_TIKTOK_REDIRECT_URI", redirectUri(),
                "POSTBREEZE_VAULT_KEY", secrets.vaultKey(),
                "POSTBREEZE_VAULT_KEY_ID", "local",
                "POSTBREEZE_BOOTSTRAP_API_KEY", secrets.apiKey(),
                "POSTBREEZE_BOOTSTRAP_RATE_LIMIT_EXEMPT", "true");
    }

    private Map<String, String> media() {
        return Map.ofEntries(
                Map.entry("POSTBREEZE_S3_ENDPOINT", ports.url(Listener.STORE)),
                Map.entry("POSTBREEZE_S3_REGION", ObjectStoreServer.REGION),
                Map.entry("POSTBREEZE_S3_BUCKET", ObjectStoreServer.BUCKET),
                Map.entry("POSTBREEZE_S3_ACCESS_KEY", ObjectStoreServer.ACCESS_KEY),
                Map.entry("POSTBREEZE_S3_SECRET_KEY", ObjectStoreServer.SECRET_KEY),
                Map.entry("POSTBREEZE_S3_PATH_STYLE", "true"),
                // Files that are tried out lie on this machine.
                Map.entry("POSTBREEZE_MEDIA_FROM_URL_ALLOW_LOOPBACK", "true"),
                Map.entry("POSTBREEZE_MEDIA_PUBLIC_URL", "https://" + PUBLIC_HOST + "/" + ObjectStoreServer.BUCKET),
                Map.entry("POSTBREEZE_MEDIA_DOMAINS_VERIFIED", PUBLIC_HOST),
                // The local store has no policies by which a prefix could be made public.
                Map.entry("POSTBREEZE_S3_PUBLIC_READ_ACL", "true"));
    }

    private Map<String, String> publisher() {
        return Map.of(
                "POSTBREEZE_TIKTOK_API_URL", ports.url(Listener.SANDBOX),
                "POSTBREEZE_TIKTOK_UPLOAD_HOSTS", "127.0.0.1",
                "POSTBREEZE_TIKTOK_ALLOW_PLAIN_HTTP", "true");
    }

    Map<String, String> sandbox() {
        return Map.of(
                "SANDBOX_PORT", Integer.toString(ports.of(Listener.SANDBOX)),
                "SANDBOX_PUBLIC_URL", ports.url(Listener.SANDBOX),
                "SANDBOX_CLIENT_KEY", secrets.clientKey(),
                "SANDBOX_CLIENT_SECRET", secrets.clientSecret(),
                "SANDBOX_REDIRECT_URIS", redirectUri(),
                "SANDBOX_WEBHOOK_URL", ports.url(Listener.GATEWAY) + "/api/v1/tiktok/webhook",
                "SANDBOX_DATA_DIR", settings.data().resolve("sandbox").toString(),
                // TikTok fetches photos over https from a domain that is verified, here as anywhere.
                "SANDBOX_VERIFIED", PUBLIC_HOST,
                "SANDBOX_HOSTS", PUBLIC_HOST + "=" + ports.url(Listener.STORE),
                // TikTok's fifteen a day would end an afternoon of trying things out.
                "SANDBOX_POSTS_PER_DAY", "1000");
    }

    private String redirectUri() {
        return ports.url(Listener.GATEWAY) + "/api/v1/oauth/tiktok/callback";
    }
}
