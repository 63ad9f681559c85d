package io.postbreeze.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.postbreeze.localstack.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends a round's posts out, breaks the stack meanwhile, and waits for every end. */
final class Round {
    private static final Duration HEAD_START = Duration.ofMillis(1_500);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** Whoever is still unknown after this has left no trace that could be found. */
    private static final Duration SEARCH = Duration.ofSeconds(45);

    private static final long GLANCE_MILLIS = 200;
    private static final Set<String> INTERRUPTED = Set.of("RETRY_AT", "SNOOZED");
    private static final int MOST_TRIES = 150;

    private final Rig rig;
    private final Materials materials;
    private final List<String> accounts;
    private final Plan plan;
    private final Clock clock;
    private boolean reached;
    private volatile boolean fired;

    Round(Rig rig, Materials materials, List<String> accounts, Plan plan, Clock clock) {
        this.rig = rig;
        this.materials = materials;
        this.accounts = accounts;
        this.plan = plan;
        this.clock = clock;
    }

    /** Runs it and tells how each post ended. */
    List<Ending> run() throws IOException, InterruptedException {
        rig.awaitWhole();
        Instant due = clock.instant().plus(HEAD_START);
        Thread failpoint = Thread.ofVirtual().unstarted(this::tendFailpoint);
        if (plan.disturbance() instanceof Disturbance.AtFailpoint wanted) {
            rig.arm(wanted);
            // It may be reached while the posts are still being made, and what then stands still must go on.
            failpoint.start();
        }
        Map<Subject, String> postIds = new HashMap<>();
        for (Subject subject : plan.subjects()) {
            for (TikTokFault fault : subject.faults()) {
                rig.api().tellSandbox("/sandbox/faults", fault.forCreator(handle(subject.account())));
            }
            postIds.put(subject, schedule(subject, due));
        }
        disturb(due);
        failpoint.join();
        Map<Subject, JsonNode> ends = awaitEnds(postIds);
        rig.disarm();
        return endings(ends, postIds);
    }

    /** Whether the disturbance took place: a failpoint may lie where no post of the round passes. */
    boolean wasReached() {
        return reached || fired;
    }

    static String handle(int account) {
        return "crash_" + account;
    }

    private String schedule(Subject subject, Instant due) throws IOException, InterruptedException {
        return patiently(() -> rig.api()
                .schedule(
                        subject.caption(),
                        materials.of(subject.file()).mediaIds(),
                        accounts.get(subject.account()),
                        due,
                        subject.options()));
    }

    private void disturb(Instant due) throws IOException, InterruptedException {
        reached = true;
        switch (plan.disturbance()) {
            case Disturbance.AtFailpoint ignored -> reached = false;
            case Disturbance.Kill kill -> {
                sleepUntil(due.plusMillis(kill.delayMillis()));
                rig.kill(kill.replica());
            }
            case Disturbance.Stop stop -> {
                sleepUntil(due.plusMillis(stop.delayMillis()));
                rig.stop(stop.replica(), stop.stopSeconds());
            }
            case Disturbance.PostgresCrash crash -> {
                sleepUntil(due.plusMillis(crash.delayMillis()));
                rig.crashPostgres();
            }
            case Disturbance.KafkaAway away -> {
                sleepUntil(due.plusMillis(away.delayMillis()));
                rig.takeAway(Server.KAFKA, away.awayMillis());
            }
            case Disturbance.StoreAway away -> {
                sleepUntil(due.plusMillis(away.delayMillis()));
                rig.takeAway(Server.STORE, away.awayMillis());
            }
        }
    }

    private void tendFailpoint() {
        try {
            Instant deadline = clock.instant().plusSeconds(20);
            while (rig.fired().isEmpty() && clock.instant().isBefore(deadline)) {
                TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
            }
            fired = rig.fired().isPresent();
            if (fired && plan.disturbance() instanceof Disturbance.AtFailpoint failpoint && !failpoint.dies()) {
                rig.goOnAfter(rig.fired().orElseThrow(), failpoint.stopSeconds());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<Subject, JsonNode> awaitEnds(Map<Subject, String> postIds) throws IOException, InterruptedException {
        Instant deadline = clock.instant().plus(PATIENCE);
        Map<Subject, JsonNode> ends = new HashMap<>();
        Map<Subject, Instant> unknownSince = new HashMap<>();
        while (ends.size() < postIds.size()) {
            boolean isOver = clock.instant().isAfter(deadline);
            for (Map.Entry<Subject, String> post : postIds.entrySet()) {
                if (!ends.containsKey(post.getKey())) {
                    JsonNode target = target(post.getValue());
                    if (isOver || hasEnded(post.getKey(), target, unknownSince)) {
                        ends.put(post.getKey(), target);
                    }
                }
            }
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        }
        return ends;
    }

    private boolean hasEnded(Subject subject, JsonNode target, Map<Subject, Instant> unknownSince) {
        return switch (target.get("status").textValue()) {
            case "PUBLISHED", "FAILED", "CANCELED" -> true;
            case "OUTCOME_UNKNOWN" -> {
                Instant since = unknownSince.computeIfAbsent(subject, first -> clock.instant());
                yield clock.instant().isAfter(since.plus(SEARCH));
            }
            default -> false;
        };
    }

    private JsonNode target(String postId) throws IOException, InterruptedException {
        return patiently(() -> rig.api().post(postId)).get("targets").get(0);
    }

    /** What dies may be what is asked; a customer would ask again, in the same words. */
    private static <T> T patiently(Call<T> call) throws IOException, InterruptedException {
        for (int tries = 0; ; tries++) {
            try {
                return call.make();
            } catch (IllegalStateException | IOException e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
            }
        }
    }

    /** A request. */
    private interface Call<T> {
        T make() throws IOException, InterruptedException;
    }

    private List<Ending> endings(Map<Subject, JsonNode> ends, Map<Subject, String> postIds)
            throws IOException, InterruptedException {
        JsonNode ledger = rig.api().ledger();
        List<Ending> endings = new ArrayList<>();
        for (Subject subject : plan.subjects()) {
            JsonNode end = ends.get(subject);
            if (end != null) {
                endings.add(new Ending(
                        subject,
                        end.get("status").asText(),
                        end.path("errorCode").asText(""),
                        interruptions(postIds.get(subject)),
                        entries(ledger, subject.caption())));
            }
        }
        return endings;
    }

    private long interruptions(@Nullable String postId) throws IOException, InterruptedException {
        long interruptions = 0;
        if (postId != null) {
            for (JsonNode line : patiently(() -> rig.api().timeline(postId))) {
                boolean isOne = INTERRUPTED.contains(line.path("state").asText())
                        || line.path("detail").asText("").startsWith("Taken over");
                interruptions += isOne ? 1 : 0;
            }
        }
        return interruptions;
    }

    static List<Ending.Entry> entries(JsonNode ledger, String caption) {
        List<Ending.Entry> entries = new ArrayList<>();
        for (JsonNode publish : ledger) {
            if (caption.equals(publish.path("caption").asText())) {
                entries.add(new Ending.Entry(
                        publish.path("onProfile").asBoolean(),
                        publish.path("kind").asText().equals("VIDEO")
                                ? publish.path("sha256").asText("")
                                : "",
                        publish.path("chunkSize").asLong(0),
                        publish.path("bytesResent").asLong(0)));
            }
        }
        return entries;
    }

    private void sleepUntil(Instant moment) throws InterruptedException {
        Duration wait = Duration.between(clock.instant(), moment);
        if (wait.isPositive()) {
            TimeUnit.MILLISECONDS.sleep(wait.toMillis());
        }
    }
}
