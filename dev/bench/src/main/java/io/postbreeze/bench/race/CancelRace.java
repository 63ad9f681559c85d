package io.postbreeze.bench.race;

import com.fasterxml.jackson.databind.JsonNode;
import io.postbreeze.bench.stack.StackApi;
import io.postbreeze.testkit.SampleVideo;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Cancels posts within 50 ms of the moment at which they are due, before and after, and lets TikTok's ledger judge: a
 * post whose cancelling was answered with 200 is not there, any other is there once.
 */
public final class CancelRace implements AutoCloseable {
    /** TikTok takes six posts a minute from one creator; one is left for a second try. */
    private static final int POSTS_PER_ACCOUNT = 5;

    private static final int SPREAD_MILLIS = 50;
    /** From one post's moment to the next one's: a crowd would make all of them late. */
    private static final int STEP_MILLIS = 60;

    /** What making a post may take, so that all are made before the first is due. */
    private static final Duration MAKING = Duration.ofMillis(60);

    private static final Duration HEAD_START = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int THREADS = 8;
    private static final Set<String> OPEN = Set.of("SCHEDULED", "PUBLISHING");

    private final StackApi api;
    private final Clock clock;
    private final Random random;
    private final String name;

    /**
     * A race on a running stack.
     *
     * @param api the stack
     * @param seed of the moments
     */
    public CancelRace(StackApi api, Clock clock, long seed) {
        this.api = api;
        this.clock = clock;
        this.random = new Random(seed);
        this.name = "race of " + clock.instant();
    }

    /** Runs a race of so many posts and judges it when all of them have come to their end. */
    public RaceReport run(int posts) throws IOException, InterruptedException, ExecutionException {
        List<Entrant> entrants = enter(posts);
        List<CompletableFuture<Verdict>> cancels =
                entrants.stream().map(this::cancelInTime).toList();
        CompletableFuture.allOf(cancels.toArray(CompletableFuture[]::new)).join();
        List<Verdict> verdicts = cancels.stream().map(CompletableFuture::join).toList();
        awaitEnds(entrants);
        return Judgement.of(verdicts, captionsOnTikTok());
    }

    private List<Entrant> enter(int posts) throws IOException, InterruptedException, ExecutionException {
        String mediaId = api.upload("race.mp4", "video/mp4", SampleVideo.bytes());
        int accountCount = (posts + POSTS_PER_ACCOUNT - 1) / POSTS_PER_ACCOUNT;
        List<Callable<String>> connections = new ArrayList<>();
        for (int i = 0; i < accountCount; i++) {
            String handle = "racer_" + i;
            connections.add(() -> api.account(handle));
        }
        List<String> accounts = all(connections);
        Instant first = clock.instant().plus(HEAD_START).plus(MAKING.multipliedBy(posts));
        List<Callable<Entrant>> entries = new ArrayList<>();
        for (int i = 0; i < posts; i++) {
            String caption = name + ", post " + i;
            String account = accounts.get(i % accountCount);
            Instant due = Instant.ofEpochMilli(first.toEpochMilli() + (long) i * STEP_MILLIS);
            entries.add(() -> new Entrant(api.schedule(caption, List.of(mediaId), account, due), caption, due));
        }
        List<Entrant> entrants = all(entries);
        if (clock.instant().isAfter(first)) {
            throw new IllegalStateException("The posts were not made in time; the machine is too busy for a race.");
        }
        return entrants;
    }

    private static <T> List<T> all(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        }
    }

    private CompletableFuture<Verdict> cancelInTime(Entrant entrant) {
        Instant moment = entrant.due().plusMillis(random.nextInt(-SPREAD_MILLIS, SPREAD_MILLIS + 1));
        long wait = Duration.between(clock.instant(), moment).toNanos();
        Executor inTime = CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, Thread::startVirtualThread);
        return CompletableFuture.supplyAsync(entrant::postId, inTime)
                .thenCompose(api::cancel)
                .handle((answer, failure) -> new Verdict(entrant.caption(), failure == null ? answer.statusCode() : 0));
    }

    private void awaitEnds(List<Entrant> entrants) throws IOException, InterruptedException {
        Instant deadline = clock.instant().plus(PATIENCE);
        for (Entrant entrant : entrants) {
            while (OPEN.contains(api.status(entrant.postId()))) {
                if (clock.instant().isAfter(deadline)) {
                    throw new IllegalStateException(entrant + " has not come to an end");
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        // Whatever a cancelled post might still do, it would have done by then.
        TimeUnit.SECONDS.sleep(5);
    }

    private List<String> captionsOnTikTok() throws IOException, InterruptedException {
        List<String> captions = new ArrayList<>();
        for (JsonNode publish : api.ledger()) {
            captions.add(publish.get("caption").textValue());
        }
        return captions;
    }

    @Override
    public void close() {
        api.close();
    }

    /** A post in the race. */
    private record Entrant(String postId, String caption, Instant due) {}
}
