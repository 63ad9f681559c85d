package io.postbreeze.publisher.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {
    private static final int RUNS = 3_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.02, 0.1, 0.25})
    void whateverBreaksThereIsExactlyOnePostOrAFailureWithoutOne(double faults) {
        for (long seed = 0; seed < RUNS; seed++) {
            Simulation simulation = new Simulation(seed, faults, new HashSet<>());
            Publication end = simulation.run();
            assertThat(end.state())
                    .as("end of seed %d", seed)
                    .isIn(PublicationState.PUBLISHED, PublicationState.FAILED);
            assertThat(simulation.tiktok.posts())
                    .as("posts of seed %d", seed)
                    .isEqualTo(end.state() == PublicationState.PUBLISHED ? 1 : 0);
        }
    }

    /** An order for photos cannot be taken back, nor be given again by whoever does not know what became of it. */
    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.02, 0.1, 0.25})
    void whateverBreaksPhotosAreNeverPostedTwice(double faults) {
        int unknown = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            Simulation simulation = new Simulation(seed, faults, new HashSet<>(), Samples.PHOTOS);
            PublicationState end = simulation.run().state();
            long posts = simulation.tiktok.posts();
            switch (end) {
                case PUBLISHED -> assertThat(posts).as("posts of seed %d", seed).isOne();
                case FAILED -> assertThat(posts).as("posts of seed %d", seed).isZero();
                case OUTCOME_UNKNOWN -> {
                    assertThat(posts).as("posts of seed %d", seed).isLessThanOrEqualTo(1);
                    unknown++;
                }
                default -> fail("Seed %d ends %s", seed, end);
            }
        }
        assertThat(unknown).isBetween(faults == 0 ? 0 : 1, faults == 0 ? 0 : RUNS);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.1})
    void anInterruptionCostsAtMostOneChunk(double faults) {
        for (long seed = 0; seed < RUNS; seed++) {
            Simulation simulation = new Simulation(seed, faults, new HashSet<>());
            simulation.run();
            int wholeUploads = 7 * simulation.tiktok.uploads();
            assertThat(simulation.tiktok.chunksTaken)
                    .as("chunks of seed %d", seed)
                    .isLessThanOrEqualTo(wholeUploads + simulation.tiktok.interruptions);
        }
    }

    @Test
    void withoutFaultsEveryChunkIsSentOnce() {
        Simulation simulation = new Simulation(1, 0, new HashSet<>());
        Publication end = simulation.run();
        assertThat(simulation.tiktok.uploads()).isLessThanOrEqualTo(2);
        assertThat(end.tries().attempt()).isBetween(1, 2);
    }

    /** Every change of state that two thousand rough lives go through. */
    static Set<String> observedTransitions() {
        Set<String> seen = new HashSet<>();
        for (long seed = 0; seed < RUNS; seed++) {
            new Simulation(seed, 0.15, seen).run();
            new Simulation(seed, 0.15, seen, Samples.PHOTOS).run();
        }
        return seen;
    }
}
