package io.postbreeze.localstack;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import java.util.EnumMap;
import java.util.Map;

/**
 * The one address that clients know: passes requests on to the services, see {@link GatewayRoutes}. A service with
 * several replicas has a door here as well, at its own port, through which the other services find whichever lives.
 */
final class Gateway implements AutoCloseable {
    private static final int CONNECTIONS_PER_REPLICA = 256;
    private static final Refusal NO_SUCH_PATH = new Refusal(404, "NOT_FOUND", "No such path");

    private final Vertx vertx;
    private final Map<Listener, HttpProxy> proxies = new EnumMap<>(Listener.class);

    private Gateway(Vertx vertx, Ports ports) {
        this.vertx = vertx;
        HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS_PER_REPLICA));
        for (Service service : Service.values()) {
            Replicas replicas = new Replicas(ports.replicas(service.listener()));
            HttpProxy proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                    .addInterceptor(new Forwarding(vertx, replicas));
            proxies.put(service.listener(), proxy.origin(replicas));
        }
    }

    static Gateway start(Ports ports) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(2));
        Gateway gateway = new Gateway(vertx, ports);
        gateway.listen(ports.of(Listener.GATEWAY), gateway::handle);
        gateway.proxies.forEach((service, proxy) -> {
            if (ports.replicas(service).size() > 1) {
                gateway.listen(ports.of(service), proxy);
            }
        });
        return gateway;
    }

    private void listen(int port, Handler<HttpServerRequest> handler) {
        HttpServerOptions options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                // An upgraded request has no length that could be passed on to a service that speaks HTTP/1.1.
                .setHttp2ClearTextEnabled(false);
        vertx.createHttpServer(options)
                .requestHandler(handler)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void handle(HttpServerRequest request) {
        String path = request.path();
        HttpProxy proxy =
                path == null ? null : GatewayRoutes.of(path).map(proxies::get).orElse(null);
        if (proxy == null) {
            NO_SUCH_PATH.send(request.response());
        } else {
            proxy.handle(request);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
