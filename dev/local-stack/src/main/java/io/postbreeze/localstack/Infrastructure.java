package io.postbreeze.localstack;

import io.postbreeze.testkit.KafkaServer;
import io.postbreeze.testkit.ObjectStoreServer;
import io.postbreeze.testkit.PostgresServer;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** PostgreSQL, Kafka, the object store and the gateway, all in this JVM, started side by side. */
final class Infrastructure implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Infrastructure.class.getName());
    private static final long STOP_SECONDS = 2;

    /** PostgreSQL cannot be stopped before it has started, and left alone it would outlive us. */
    private static final long START_AND_STOP_SECONDS = 15;

    /** Plain threads: starts and stops block, and the common pool has but one thread on two cores. */
    private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

    private final Map<Server, Supplier<AutoCloseable>> recipes = new EnumMap<>(Server.class);
    private final Map<Server, CompletableFuture<AutoCloseable>> starting = new EnumMap<>(Server.class);

    /** Begins to start everything and returns at once. */
    Infrastructure(Settings settings) {
        Ports ports = settings.ports();
        recipes.put(Server.POSTGRESQL, () -> postgres(settings));
        recipes.put(
                Server.KAFKA,
                () -> KafkaServer.start(
                        settings.data().resolve("kafka"),
                        ports.of(Listener.KAFKA),
                        ports.of(Listener.KAFKA_CONTROLLER)));
        recipes.put(
                Server.STORE,
                () -> ObjectStoreServer.start(settings.data().resolve("store"), ports.of(Listener.STORE)));
        recipes.put(Server.GATEWAY, () -> Gateway.start(ports));
        recipes.keySet().forEach(this::start);
    }

    private static PostgresServer postgres(Settings settings) {
        PostgresServer postgres = PostgresServer.startPersistent(
                settings.data().resolve("postgres"), settings.ports().of(Listener.POSTGRES));
        for (Service service : Service.values()) {
            postgres.createDatabase(service.database());
        }
        return postgres;
    }

    private synchronized void start(Server server) {
        CompletableFuture<AutoCloseable> future = new CompletableFuture<>();
        starting.put(server, future);
        THREADS.execute(() -> complete(future, server.title(), Objects.requireNonNull(recipes.get(server))));
    }

    /** Stops a server, waits, and starts it again; fails with {@link StackFailure} when it does not come back. */
    void takeAway(Server server, Duration away) throws InterruptedException {
        stop(Objects.requireNonNull(running().get(server)).join());
        TimeUnit.MILLISECONDS.sleep(away.toMillis());
        start(server);
        Objects.requireNonNull(running().get(server)).join();
    }

    private synchronized Map<Server, CompletableFuture<AutoCloseable>> running() {
        return new EnumMap<>(starting);
    }

    private static void complete(
            CompletableFuture<AutoCloseable> future, String title, Supplier<AutoCloseable> server) {
        try {
            future.complete(server.get());
        } catch (RuntimeException | Error e) {
            LOG.log(Level.SEVERE, title + " did not start", e);
            future.completeExceptionally(
                    new StackFailure(title + " did not start; see stack.log in the logs folder.", e));
        }
    }

    /** @throws StackFailure when one of them did not start */
    void awaitStarted() {
        try {
            CompletableFuture.allOf(running().values().toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackFailure failure ? failure : new StackFailure("Start failed", e);
        }
    }

    /**
     * Stops them side by side and waits for two seconds at most; longer only for one that is still starting, which is
     * stopped as soon as it has started.
     */
    @Override
    public void close() {
        Collection<CompletableFuture<AutoCloseable>> servers = running().values();
        boolean allStarted = servers.stream().allMatch(CompletableFuture::isDone);
        CompletableFuture<?>[] stopping = servers.stream()
                .map(future ->
                        future.thenAcceptAsync(Infrastructure::stop, THREADS).exceptionally(notStarted -> null))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(stopping)
                .completeOnTimeout(null, allStarted ? STOP_SECONDS : START_AND_STOP_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private static void stop(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            throw new StackFailure("A server did not stop", e);
        }
    }
}
