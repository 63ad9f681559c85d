package io.postbreeze.sandbox;

import io.postbreeze.sandbox.state.Properties;
import io.postbreeze.sandbox.state.Shelf;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;

/** A running TikTok on 127.0.0.1. Everything happens on one event loop, so it behaves the same every time. */
public final class Sandbox implements AutoCloseable {
    /** Large reads: a chunk in few pieces costs few hand-overs to the disk. */
    private static final int RECEIVE_BUFFER = 512 << 10;

    private static final String LOCAL = "http://127.0.0.1:";

    private final Vertx vertx;
    private final World world;
    private final HttpServer server;

    private Sandbox(Vertx vertx, World world, HttpServer server) {
        this.vertx = vertx;
        this.world = world;
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
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(2)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        try {
            World world = world(config, clock);
            Shelf.watch(world);
            return new Sandbox(vertx, world, listen(vertx, world, config));
        } catch (IllegalStateException e) {
            vertx.close();
            throw e;
        } catch (CompletionException | UncheckedIOException e) {
            vertx.close();
            throw new IllegalStateException(
                    "The sandbox cannot use port %d or directory %s: %s"
                            .formatted(config.port(), config.dataDirectory(), e.getCause()),
                    e);
        }
    }

    private static World world(SandboxConfig config, Clock clock) {
        return new World(
                config.dataDirectory(),
                clock,
                new SecureRandom(),
                config.settings(),
                new Properties(config.owned(), config.hosts()));
    }

    private static HttpServer listen(Vertx vertx, World world, SandboxConfig config) {
        // With a fixed port it is known before the first call can come.
        AtomicReference<String> base = new AtomicReference<>(config.publicUrl().orElse(LOCAL + config.port()));
        HttpServer server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(config.port())
                        // One call per connection at a time, so that breaking a connection breaks that call alone.
                        .setHttp2ClearTextEnabled(false)
                        .setReceiveBufferSize(RECEIVE_BUFFER)
                        .setHandle100ContinueAutomatically(true))
                // Clients come and go; whoever handles their call hears of it there.
                .connectionHandler(connection -> connection.exceptionHandler(gone -> {}))
                .requestHandler(Routes.build(vertx, world, config, base::get))
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        base.set(config.publicUrl().orElse(LOCAL + server.actualPort()));
        return server;
    }

    /** The port it listens on. */
    public int port() {
        return server.actualPort();
    }

    /** Where it can be reached. */
    public String baseUrl() {
        return LOCAL + port();
    }

    /** Stops; what was stored stays. */
    @Override
    public void close() {
        world.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
