package io.postbreeze.analytics.plan;

import java.util.random.RandomGenerator;

/** Chance at its ends: always the smallest or always the largest number that was asked for. */
enum FixedRandom implements RandomGenerator {
    LOWEST {
        @Override
        public long nextLong(long bound) {
            return 0;
        }
    },
    HIGHEST {
        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    @Override
    public long nextLong() {
        throw new UnsupportedOperationException("Only bounded numbers are asked for");
    }
}
