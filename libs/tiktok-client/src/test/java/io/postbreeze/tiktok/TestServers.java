package io.postbreeze.tiktok;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Small servers on free local ports, and a client that trusts them. */
final class TestServers implements AutoCloseable {

    static final AccessToken TOKEN = new AccessToken("act.secret");

    final Vertx vertx = Vertx.vertx();

    URI http(Handler<HttpServerRequest> handler) {
        int port = done(vertx.createHttpServer().requestHandler(handler).listen(0, "127.0.0.1"))
                .actualPort();
        return local(port);
    }

    URI raw(Handler<NetSocket> handler) {
        int port = done(vertx.createNetServer().connectHandler(handler).listen(0, "127.0.0.1"))
                .actualPort();
        return local(port);
    }

    /** An address at which nobody listens. */
    URI nobody() {
        var server =
                done(vertx.createNetServer().connectHandler(NetSocket::close).listen(0, "127.0.0.1"));
        done(server.close());
        return local(server.actualPort());
    }

    /** With time-outs that no busy build machine reaches. */
    TikTokClient client(URI api) {
        return client(api, Duration.ofSeconds(20));
    }

    /** For tests that wait for a time-out. */
    TikTokClient impatientClient(URI api) {
        return client(api, Duration.ofMillis(1200));
    }

    private TikTokClient client(URI api, Duration patience) {
        TikTokConfig config = new TikTokConfig(
                api, Set.of("127.0.0.1"), true, Duration.ofSeconds(2), patience, patience, Duration.ofSeconds(60));
        return TikTokClient.create(vertx, config);
    }

    static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }

    static <T> T done(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        done(vertx.close());
    }
}
