package io.postbreeze.tiktok;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The connection pools, one per kind of traffic, so that slow uploads never keep a status call waiting.
 *
 * @param asking calls that change nothing
 * @param changing calls with a lasting effect: each on a fresh connection, because a pooled one that the server has
 *     just closed looks exactly like a lost answer
 * @param uploads chunks on their way to TikTok
 * @param sources chunks on their way from the store
 */
record Pools(HttpClient asking, HttpClient changing, HttpClient uploads, HttpClient sources) {

    private static final int MAX_CONNECTIONS = 128;
    private static final int KEEP_ALIVE_SECONDS = 10;

    static Pools open(Vertx vertx, TikTokConfig config) {
        return new Pools(
                vertx.createHttpClient(options(config)),
                vertx.createHttpClient(options(config).setKeepAlive(false)),
                vertx.createHttpClient(streaming(config)),
                vertx.createHttpClient(streaming(config)));
    }

    HttpClient forEffect(Effect effect) {
        return effect == Effect.LASTING ? changing : asking;
    }

    void close() {
        asking.close();
        changing.close();
        uploads.close();
        sources.close();
    }

    /** The address as it stands, byte for byte: no part of it is decoded and encoded again. */
    static RequestOptions to(HttpMethod method, URI uri) {
        boolean https = "https".equalsIgnoreCase(uri.getScheme());
        int usualPort = https ? 443 : 80;
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new RequestOptions()
                .setMethod(method)
                .setSsl(https)
                .setHost(uri.getHost())
                .setPort(uri.getPort() == -1 ? usualPort : uri.getPort())
                .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                .setFollowRedirects(false);
    }

    private static HttpClientOptions options(TikTokConfig config) {
        return new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setMaxPoolSize(MAX_CONNECTIONS)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS);
    }

    /** The watchdog of a chunk is stricter; this one only sweeps up connections that nobody watches any more. */
    private static HttpClientOptions streaming(TikTokConfig config) {
        Duration silence = config.idleTimeout().multipliedBy(2);
        HttpClientOptions options = options(config);
        options.setIdleTimeoutUnit(TimeUnit.MILLISECONDS).setIdleTimeout((int) silence.toMillis());
        return options;
    }
}
