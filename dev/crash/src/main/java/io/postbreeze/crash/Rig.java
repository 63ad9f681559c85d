package io.postbreeze.crash;

import io.postbreeze.bench.stack.StackApi;
import io.postbreeze.crash.failpoint.Failpoints;
import io.postbreeze.localstack.Server;
import io.postbreeze.localstack.Settings;
import io.postbreeze.localstack.Stack;
import io.postbreeze.testkit.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A stack of packaged programs with two publishers, each with failpoints, and the levers to break it. */
final class Rig implements AutoCloseable {
    static final int REPLICAS = 2;

    private static final List<String> LISTENERS = List.of(
            "GATEWAY",
            "POST_API",
            "MEDIA",
            "PUBLISHER",
            "PUBLISHER_1",
            "PUBLISHER_2",
            "ANALYTICS",
            "SANDBOX",
            "STORE",
            "POSTGRES",
            "KAFKA",
            "KAFKA_CONTROLLER");

    private static final List<String> SERVICES =
            List.of("POST_API", "MEDIA", "PUBLISHER_1", "PUBLISHER_2", "ANALYTICS");

    private static final Duration RETURN = Duration.ofSeconds(90);
    private static final long GLANCE_MILLIS = 50;

    private final Settings settings;
    private final Path failpoints;
    private volatile Stack stack;
    private final HttpClient http = HttpClient.newHttpClient();
    private final StackApi api;

    private Rig(Settings settings, Stack stack, Path failpoints, Map<String, String> values) {
        this.settings = settings;
        this.stack = stack;
        this.failpoints = failpoints;
        this.api = new StackApi(
                value(values, "POSTBREEZE_API"), value(values, "POSTBREEZE_API_KEY"), value(values, "TIKTOK_SANDBOX"));
    }

    /**
     * Starts it anew, with everything in a folder of its own.
     *
     * @param programs folder with the packaged programs
     * @param agent jar with the failpoints
     * @param postsPerDay how many TikTok takes from each creator
     */
    static Rig start(Path programs, Path home, Path agent, int postsPerDay) throws IOException, InterruptedException {
        Path failpoints = Files.createDirectories(home.resolveSibling(home.getFileName() + "-failpoints"));
        Map<String, String> environment = new HashMap<>();
        LISTENERS.forEach(name -> environment.put("POSTBREEZE_" + name + "_PORT", "" + FreePorts.next()));
        environment.put("POSTBREEZE_REPLICAS_PUBLISHER", "" + REPLICAS);
        environment.put("POSTBREEZE_PROGRAMS", programs.toString());
        environment.put("POSTBREEZE_HOME", home.toString());
        environment.put("POSTBREEZE_JVM_OPTIONS", "-javaagent:" + agent + "=" + failpoints);
        Settings settings = Settings.from(environment);
        Stack stack = claimed(settings);
        try {
            Rig rig = new Rig(settings, stack, failpoints, stack.start(true));
            rig.api.tellSandbox(
                    "/sandbox/settings", Map.of("processingMs", 500, "moderationMs", 300, "postsPerDay", postsPerDay));
            return rig;
        } catch (IOException | InterruptedException | RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private static Stack claimed(Settings settings) {
        return Stack.unlessRunning(settings, line -> {})
                .orElseThrow(() -> new IllegalStateException("Another one runs in " + settings.home()));
    }

    /**
     * Everything goes down, as in an outage of the whole machine, and comes back with what it had stored.
     *
     * @param meanwhile what is done to the publishers' database while they stand still
     */
    void goDownAndUp(SqlWork meanwhile) throws IOException, InterruptedException, SQLException {
        for (int replica = 1; replica <= REPLICAS; replica++) {
            signal(pid(replica), "STOP");
        }
        try (Connection database = database()) {
            meanwhile.on(database);
        }
        stack.close();
        stack = claimed(settings);
        stack.start(false);
    }

    /** The publishers' database. */
    Connection database() throws IOException, SQLException {
        return DriverManager.getConnection(value(values(), "JDBC_PUBLISHER"));
    }

    /** Something done to a database. */
    interface SqlWork {
        void on(Connection database) throws SQLException;
    }

    StackApi api() {
        return api;
    }

    /** Arms a failpoint; the one that was armed before is armed no more. */
    void arm(Disturbance.AtFailpoint failpoint) throws IOException {
        disarm();
        Path draft = failpoints.resolve("draft");
        Files.writeString(draft, failpoint.name() + "\n" + (failpoint.dies() ? "die" : "stop") + "\n");
        Files.move(draft, failpoints.resolve(Failpoints.ARMED));
    }

    void disarm() throws IOException {
        Files.deleteIfExists(failpoints.resolve(Failpoints.ARMED));
        Files.deleteIfExists(failpoints.resolve(Failpoints.FIRED));
    }

    /** The process that reached the armed failpoint; empty as long as none has. */
    Optional<Long> fired() throws IOException {
        Path fired = failpoints.resolve(Failpoints.FIRED);
        return Files.exists(fired)
                ? Optional.of(Long.parseLong(Files.readAllLines(fired).get(2)))
                : Optional.empty();
    }

    void kill(int replica) throws IOException {
        signal(pid(replica), "KILL");
    }

    void stop(int replica, int seconds) throws IOException, InterruptedException {
        long pid = pid(replica);
        signal(pid, "STOP");
        goOnAfter(pid, seconds);
    }

    /** Lets a process that was stopped go on after a while. */
    void goOnAfter(long pid, int seconds) throws IOException, InterruptedException {
        TimeUnit.SECONDS.sleep(seconds);
        signal(pid, "CONT");
    }

    /** Kills one of PostgreSQL's processes, upon which it ends all connections and recovers. */
    void crashPostgres() throws IOException {
        Path lock = settings.home().resolve("data/postgres/data/postmaster.pid");
        long postmaster = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
        ProcessHandle victim = ProcessHandle.of(postmaster)
                .flatMap(process -> process.children().findFirst())
                .orElseThrow(() -> new IllegalStateException("PostgreSQL has no processes"));
        signal(victim.pid(), "KILL");
    }

    void takeAway(Server server, int millis) throws InterruptedException {
        stack.takeAway(server, Duration.ofMillis(millis));
    }

    /** Waits until every service answers that it can work. */
    void awaitWhole() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + RETURN.toNanos();
        for (String service : SERVICES) {
            while (!isReady(service)) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(service + " has not come back; see "
                            + settings.home().resolve("logs"));
                }
                TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
            }
        }
    }

    private boolean isReady(String service) throws InterruptedException {
        try {
            URI health = URI.create(value(values(), service + "_URL") + "/q/health/ready");
            HttpRequest question = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private long pid(int replica) throws IOException {
        return Long.parseLong(value(values(), replica == 1 ? "PUBLISHER_PID" : "PUBLISHER_" + replica + "_PID"));
    }

    private Map<String, String> values() throws IOException {
        return Files.readAllLines(settings.stackFile()).stream()
                .map(line -> line.replace("'", "").split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("The stack tells no " + name);
        }
        return value;
    }

    private static void signal(long pid, String signal) throws IOException {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        api.close();
        http.close();
        stack.close();
    }
}
