package io.postbreeze.localstack;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The one address that clients know: passes requests on to the services, see {@link GatewayRoutes}. */
final class Gateway implements AutoCloseable {
    private static final int CONNECTIONS_PER_SERVICE = 256;

    private final Vertx vertx;
    private final Map<Listener, HttpProxy> proxies = new EnumMap<>(Listener.class);

    private Gateway(Vertx vertx, Ports ports) {
        this.vertx = vertx;
        HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS_PER_SERVICE));
        for (Listener origin : new Listener[] {Listener.POST_API, Listener.MEDIA, Listener.ANALYTICS}) {
            HttpProxy proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client);
            proxies.put(origin, proxy.origin(ports.of(origin), "127.0.0.1"));
        }
    }

    static Gateway start(Ports ports) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(2));
        Gateway gateway = new Gateway(vertx, ports);
        HttpServerOptions options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(ports.of(Listener.GATEWAY))
                // An upgraded request has no length that could be passed on to a service that speaks HTTP/1.1.
                .setHttp2ClearTextEnabled(false);
        vertx.createHttpServer(options)
                .requestHandler(gateway::handle)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return gateway;
    }

    private void handle(HttpServerRequest request) {
        String path = request.path();
        HttpProxy proxy =
                path == null ? null : GatewayRoutes.of(path).map(proxies::get).orElse(null);
        if (proxy == null) {
            refuse(request);
        } else {
            proxy.handle(request);
        }
    }

    private static void refuse(HttpServerRequest request) {
        String requestId =
                "req_" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        JsonObject body = new JsonObject()
                .put("statusCode", 404)
                .put("code", "NOT_FOUND")
                .put("message", "No such path")
                .put("requestId", requestId);
        request.response()
                .setStatusCode(404)
                .putHeader("Content-Type", "application/json")
                .putHeader("X-Request-Id", requestId)
                .end(body.encode());
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
