package io.postbreeze.publisher.publication;

import io.postbreeze.publisher.publication.Transition.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;

/** Drives one publication to its end against {@link ModelTikTok}, with replicas that die at random. */
final class Simulation {
    private static final int MOST_STEPS = 20_000;

    private final PublicationMachine machine = new PublicationMachine(Duration.ofHours(24));
    private final Random random;
    private final Set<String> seen;
    final ModelTikTok tiktok;
    private Publication row = Samples.scheduled();
    private Instant now = Samples.NOW;
    int crashes;

    Simulation(long seed, double faults, Set<String> seenTransitions) {
        this(seed, faults, seenTransitions, Samples.VIDEO);
    }

    Simulation(long seed, double faults, Set<String> seenTransitions, MediaFacts media) {
        this.random = new Random(seed);
        this.tiktok = new ModelTikTok(random, faults, media);
        this.seen = seenTransitions;
    }

    /** The row when nobody needs to look at it any more. */
    Publication run() {
        for (int step = 0; step < MOST_STEPS && row.wakeAt() != null; step++) {
            now = row.wakeAt().isAfter(now) ? row.wakeAt() : now;
            if (random.nextInt(200) == 0) {
                now = now.plus(Duration.ofHours(2));
            }
            work();
        }
        tiktok.settle();
        return row;
    }

    /** From a claim to a rest or to the replica's death. */
    private void work() {
        Publication held = machine.claim(row);
        note(row, held);
        row = held;
        Fact fact = new Fact.Claimed(crashes > 0);
        while (true) {
            if (tiktok.fails()) {
                crash();
                return;
            }
            Transition next = machine.next(held, fact, now, random);
            note(held, next.next());
            held = next.next();
            if (next.write() != Write.NONE) {
                row = held;
            }
            if (next.rests()) {
                return;
            }
            now = now.plusMillis(200);
            fact = tiktok.perform(next.effect(), now);
        }
    }

    /** What was not written is forgotten; the lease's end wakes another replica. */
    private void crash() {
        crashes++;
        tiktok.interruptions++;
        row = row.edit().restsUntil(now.plusSeconds(9), row.waitingFor()).done();
    }

    private void note(Publication before, Publication after) {
        if (before.state() != after.state()) {
            seen.add(before.state() + " --> " + after.state());
        }
    }
}
