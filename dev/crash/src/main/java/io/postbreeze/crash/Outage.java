package io.postbreeze.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.postbreeze.testkit.SampleVideo;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Everything is down for two days, past the time of thousands of posts. On return every one must go out, in the order
 * of its account, without a single request over TikTok's limits.
 */
final class Outage {
    private static final int THREADS = 8;
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /** The posts' time lies a day ahead when they are made; it is moved to two days ago while nobody looks. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final String PASS_TIME = """
            update publications set due_at = due_at - interval '3 days', wake_at = wake_at - interval '3 days'
            where state = 'SCHEDULED'""";

    private final Rig rig;
    private final Clock clock;
    private final int posts;
    private final int accounts;
    private final String name;

    Outage(Rig rig, Clock clock, int posts, int accounts) {
        this.rig = rig;
        this.clock = clock;
        this.posts = posts;
        this.accounts = accounts;
        this.name = "outage of " + clock.instant();
    }

    /** Runs it; answers what was wrong. */
    List<String> run() throws IOException, InterruptedException, SQLException, ExecutionException {
        schedule();
        awaitCount("select count(*) from publications where state = 'SCHEDULED'", posts);
        System.out.printf("%d posts on %d accounts are scheduled; everything goes down%n", posts, accounts);
        rig.goDownAndUp(database -> {
            try (Statement statement = database.createStatement()) {
                statement.executeUpdate(PASS_TIME);
            }
        });
        long back = System.nanoTime();
        awaitCount(
                "select count(*) from publications where state in ('PUBLISHED', 'FAILED', 'OUTCOME_UNKNOWN')", posts);
        double seconds = (System.nanoTime() - back) / 1e9;
        List<String> violations = judge();
        System.out.printf(
                Locale.ROOT,
                "%d posts were out %.0f s after the return, %.1f a second; %d violations%n",
                posts,
                seconds,
                posts / seconds,
                violations.size());
        violations.stream().limit(20).forEach(System.out::println);
        return violations;
    }

    private void schedule() throws IOException, InterruptedException, ExecutionException {
        String mediaId = rig.api().upload("outage.mp4", "video/mp4", SampleVideo.bytes());
        List<Callable<String>> connections = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            String handle = "outage_" + i;
            connections.add(() -> rig.api().account(handle));
        }
        List<String> ids = all(connections);
        Instant first = clock.instant().plus(AHEAD);
        List<Callable<String>> orders = new ArrayList<>();
        for (int i = 0; i < posts; i++) {
            String caption = caption(i);
            String account = ids.get(i % accounts);
            Instant due = first.plus(STEP.multipliedBy(i / accounts));
            orders.add(() -> rig.api().schedule(caption, List.of(mediaId), account, due));
        }
        all(orders);
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

    private String caption(int number) {
        return name + ", post " + number;
    }

    private void awaitCount(String sql, long wanted) throws IOException, SQLException, InterruptedException {
        Instant deadline = clock.instant().plus(PATIENCE);
        try (Connection database = rig.database()) {
            while (count(database, sql) < wanted) {
                if (clock.instant().isAfter(deadline)) {
                    throw new IllegalStateException("Only " + count(database, sql) + " of " + wanted + ": " + sql);
                }
                TimeUnit.MILLISECONDS.sleep(500);
            }
        }
    }

    private static long count(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private List<String> judge() throws IOException, InterruptedException {
        Map<String, List<JsonNode>> byCaption = new HashMap<>();
        for (JsonNode publish : rig.api().ledger()) {
            if (publish.get("onProfile").booleanValue()) {
                byCaption
                        .computeIfAbsent(publish.get("caption").textValue(), caption -> new ArrayList<>())
                        .add(publish);
            }
        }
        List<String> violations = new ArrayList<>(refusals());
        for (int account = 0; account < accounts; account++) {
            Instant before = Instant.MIN;
            for (int number = account; number < posts; number += accounts) {
                List<JsonNode> found = byCaption.getOrDefault(caption(number), List.of());
                if (found.size() != 1) {
                    violations.add(caption(number) + " is on TikTok " + found.size() + " times");
                    continue;
                }
                Instant received =
                        Instant.parse(found.getFirst().get("receivedAt").textValue());
                if (received.isBefore(before)) {
                    violations.add(caption(number) + " was sent before one that was due earlier");
                }
                before = received;
            }
        }
        return violations;
    }

    /** The sandbox counts its answers by endpoint and word; every word but these is a refusal. */
    private List<String> refusals() throws IOException, InterruptedException {
        List<String> refusals = new ArrayList<>();
        rig.api().askSandbox("/sandbox/requests/summary").properties().forEach(counted -> {
            System.out.println("  " + counted.getKey() + ": " + counted.getValue());
            if (counted.getKey().contains("rate_limit") || counted.getKey().contains("spam_risk")) {
                refusals.add("TikTok refused: " + counted.getKey() + ", " + counted.getValue() + " times");
            }
        });
        return refusals;
    }
}
