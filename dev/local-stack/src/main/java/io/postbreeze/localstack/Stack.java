package io.postbreeze.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The whole system: {@link #start} it once, {@link #close} it from any thread, also in the middle of its start. */
public final class Stack implements AutoCloseable {
    private final Settings settings;
    private final Consumer<String> say;
    private final StackLock lock;
    private final Children children;
    private @Nullable Infrastructure infrastructure;
    private boolean closed;

    private Stack(Settings settings, Consumer<String> say, StackLock lock) {
        this.settings = settings;
        this.say = say;
        this.lock = lock;
        children = new Children(Leftovers.mark(settings.home()), say);
    }

    /**
     * A stack that is still to be started, or nothing when one runs in this home already.
     *
     * @param say takes lines for the user
     * @throws StackFailure when the home is a folder of somebody else
     */
    public static Optional<Stack> unlessRunning(Settings settings, Consumer<String> say) {
        Home.claim(settings.home());
        return StackLock.tryTake(settings.home()).map(lock -> new Stack(settings, say, lock));
    }

    /**
     * Starts everything and returns when a creator is connected and {@code stack.env} is written.
     *
     * @param fresh whether to forget everything first
     * @throws StackFailure when something is missing or does not start
     */
    public Map<String, String> start(boolean fresh) throws InterruptedException {
        prepare(fresh);
        Secrets secrets = Secrets.keptIn(settings.home().resolve("secrets.env"));
        ServiceEnvironment environment = new ServiceEnvironment(settings, secrets);
        ChildSpec sandbox = sandbox(environment);
        List<ChildSpec> services = Stream.of(Service.values())
                .flatMap(service -> replicas(service, environment))
                .toList();
        Infrastructure servers = startInfrastructure();
        children.start(sandbox);
        servers.awaitStarted();
        services.forEach(children::start);
        children.awaitReady();
        String accountId = new AccountConnection(settings.ports().url(Listener.GATEWAY), secrets.apiKey()).accountId();
        children.supervise(() -> writeStackFile(secrets, accountId));
        return writeStackFile(secrets, accountId);
    }

    private void prepare(boolean fresh) {
        int ended = new Leftovers(settings.home()).end();
        if (ended > 0) {
            say.accept("Ended " + ended + " processes that an earlier run had left.");
        }
        try {
            Files.deleteIfExists(settings.stackFile());
            if (fresh) {
                deleteTree(settings.data());
                deleteTree(settings.logs());
                Files.deleteIfExists(settings.home().resolve("secrets.env"));
            }
            deleteOldCopies();
            Files.createDirectories(settings.data());
            Files.createDirectories(settings.logs());
        } catch (IOException e) {
            throw new StackFailure("Cannot prepare " + settings.home() + ": " + e.getMessage(), e);
        }
        settings.ports().checkFree();
        ServerLog.to(settings.logs().resolve("stack.log"));
    }

    /** {@code ./postbreeze} stages programs in {@code run/<hash>}; names with a dot are still being copied. */
    private void deleteOldCopies() throws IOException {
        Path copies = settings.home().resolve("run");
        if (!copies.equals(settings.programs().getParent())) {
            return;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(copies)) {
            for (Path copy : found) {
                if (!copy.equals(settings.programs())
                        && !copy.getFileName().toString().contains(".")) {
                    deleteTree(copy);
                }
            }
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(Stack::delete);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes a server away from a running stack and brings it back with what it had.
     *
     * @param away for how long
     */
    public void takeAway(Server server, Duration away) throws InterruptedException {
        Infrastructure servers;
        synchronized (this) {
            servers = Objects.requireNonNull(infrastructure, "The stack was not started");
        }
        servers.takeAway(server, away);
    }

    private synchronized Infrastructure startInfrastructure() throws InterruptedException {
        if (closed) {
            throw new InterruptedException("Stopped while starting");
        }
        infrastructure = new Infrastructure(settings);
        return infrastructure;
    }

    private ChildSpec sandbox(ServiceEnvironment environment) {
        return new ChildSpec(
                "tiktok-sandbox",
                new Programs(settings.programs()).sandbox(),
                environment.sandbox(),
                settings.logs().resolve("tiktok-sandbox.log"),
                URI.create(settings.ports().url(Listener.SANDBOX) + "/"));
    }

    private Stream<ChildSpec> replicas(Service service, ServiceEnvironment environment) {
        List<Integer> ports = settings.ports().replicas(service.listener());
        return IntStream.range(0, ports.size())
                .mapToObj(index -> replica(service.replica(index + 1), service, ports.get(index), environment));
    }

    private ChildSpec replica(String name, Service service, int port, ServiceEnvironment environment) {
        return new ChildSpec(
                name,
                Stream.of(settings.jvmOptions(), new Programs(settings.programs()).service(service))
                        .flatMap(List::stream)
                        .toList(),
                environment.of(service, port),
                settings.logs().resolve(name + ".log"),
                URI.create(Ports.url(port) + "/q/health/ready"));
    }

    private Map<String, String> writeStackFile(Secrets secrets, String accountId) {
        Map<String, String> values = StackFile.of(settings, secrets, accountId, children.current());
        EnvFile.write(settings.stackFile(), values);
        return values;
    }

    /** Ends all processes: within five seconds, or a little later when they have only just begun to start. */
    @Override
    public void close() {
        Infrastructure servers;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            servers = infrastructure;
        }
        children.close();
        if (servers != null) {
            servers.close();
        }
        try {
            Files.deleteIfExists(settings.stackFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.close();
        }
    }
}
