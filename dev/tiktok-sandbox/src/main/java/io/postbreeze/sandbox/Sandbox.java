package io.postbreeze.sandbox;

import io.postbreeze.sandbox.state.World;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;

/** A running TikTok on 127.0.0.1. Everything happens on one event loop, so it behaves the same every time. */
public final class Sandbox implements AutoCloseable {
    private final Vertx vertx;
    private final HttpServer server;

    private Sandbox(Vertx vertx, HttpServer server) {
        this.vertx = vertx;
        this.server = server;
    }

    /** Starts with the system's clock. */
    public static Sandbox start(SandboxConfig config) {
        return start(config, Clock.systemUTC());
    }

    /**
     * Starts with a clock that a test may own.
     *
     * @throws IllegalStateException when the port is taken or the data directory cannot be used
     */
    public static Sandbox start(SandboxConfig config, Clock clock) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(2));
        try {
            World world = new World(config.dataDirectory(), clock, new SecureRandom());
            AtomicReference<String> base = new AtomicReference<>("");
            HttpServer server = vertx.createHttpServer(
                            new HttpServerOptions().setHost("127.0.0.1").setPort(config.port()))
                    .requestHandler(Routes.build(vertx, world, config, base::get))
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            base.set(config.publicUrl().orElse("http://127.0.0.1:" + server.actualPort()));
            return new Sandbox(vertx, server);
        } catch (CompletionException e) {
            vertx.close();
            throw new IllegalStateException("The sandbox cannot listen on port " + config.port(), e.getCause());
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.actualPort();
    }

    /** Where it can be reached. */
    public String baseUrl() {
        return "http://127.0.0.1:" + port();
    }

    /** Stops; what was stored stays. */
    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
