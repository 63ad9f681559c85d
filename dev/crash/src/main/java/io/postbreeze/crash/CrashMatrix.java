package io.postbreeze.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Round after round, and at the end a look at whether anything came late. */
final class CrashMatrix {
    /** Posts of a round; each has an account of its own, and each account rests between two of its posts. */
    static final int POSTS_PER_ROUND = 10;

    private static final int ACCOUNTS = 30;

    private final Rig rig;
    private final Materials materials;
    private final Clock clock;
    private final long seed;
    private final List<String> accounts = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private final Map<String, Integer> endings = new TreeMap<>();
    private final Map<String, Long> postsByCaption = new HashMap<>();
    private final Set<String> reached = new TreeSet<>();

    CrashMatrix(Rig rig, Materials materials, Clock clock, long seed) {
        this.rig = rig;
        this.materials = materials;
        this.clock = clock;
        this.seed = seed;
    }

    /** Runs so many posts through trouble; answers what broke the promise. */
    List<String> run(int posts) throws IOException, InterruptedException {
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts.add(rig.api().account(Round.handle(i)));
        }
        int rounds = (posts + POSTS_PER_ROUND - 1) / POSTS_PER_ROUND;
        for (int number = 0; number < rounds; number++) {
            int size = Math.min(POSTS_PER_ROUND, posts - number * POSTS_PER_ROUND);
            round(Plan.of(seed, number, size, ACCOUNTS));
        }
        TimeUnit.SECONDS.sleep(10);
        judgeLatecomers();
        System.out.printf(
                Locale.ROOT,
                "%d posts, seed %d: %s; %d of %d failpoints reached; %d violations%n",
                posts,
                seed,
                endings,
                reached.size(),
                Disturbance.FAILPOINTS.size(),
                violations.size());
        return List.copyOf(violations);
    }

    private void round(Plan plan) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Round round = new Round(rig, materials, accounts, plan, clock);
        List<Ending> ended = round.run();
        if (round.wasReached() && plan.disturbance() instanceof Disturbance.AtFailpoint failpoint) {
            reached.add(failpoint.name());
        }
        Map<String, Integer> here = new TreeMap<>();
        for (Ending ending : ended) {
            String end = ending.errorCode().isEmpty() ? ending.status() : ending.status() + " " + ending.errorCode();
            here.merge(end, 1, Integer::sum);
            endings.merge(end, 1, Integer::sum);
            postsByCaption.put(ending.subject().caption(), ending.posts());
            Judge.violations(ending, materials.of(ending.subject().file()).sha256(), plan.disturbance())
                    .forEach(found -> violated(ending.subject(), found));
            if (ending.subject().losesItsAccount()) {
                rig.api().account(Round.handle(ending.subject().account()));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "round %3d  %-60s %s%s  %.1f s%n",
                plan.number(),
                plan.disturbance(),
                here,
                round.wasReached() ? "" : " (not reached)",
                (System.nanoTime() - start) / 1e9);
    }

    /** A second post would come later than the first. */
    private void judgeLatecomers() throws IOException, InterruptedException {
        JsonNode ledger = rig.api().ledger();
        postsByCaption.forEach((caption, then) -> {
            long now = Round.entries(ledger, caption).stream()
                    .filter(Ending.Entry::onProfile)
                    .count();
            if (now != then) {
                violations.add(
                        "%s was on TikTok %d times at its end and is %d times now".formatted(caption, then, now));
            }
        });
    }

    private void violated(Subject subject, String found) {
        String violation = "%s (%s, %s) %s".formatted(subject.caption(), subject.file(), subject.faults(), found);
        System.out.println("VIOLATION: " + violation);
        violations.add(violation);
    }
}
