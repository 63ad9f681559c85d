package io.postbreeze.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Two ways to the same end. They are measured in turns, so that whatever slows the machine slows both, and compared
 * round by round: the ratio of one round is worth more than two absolute numbers of different minutes.
 *
 * @param name what is compared
 * @param baseline the plain way
 * @param subject ours
 */
record Comparison(String name, Work baseline, Work subject) {

    /** One way, and what it is called. */
    record Work(String name, Supplier<?> step) {}

    /** Runs rounds of both; the rounds before {@code warmUp} has passed are thrown away. */
    Result run(int warmUp, int rounds, int stepsPerRound) {
        List<Round> measured = new ArrayList<>();
        IntStream.range(0, warmUp).forEach(round -> round(stepsPerRound));
        IntStream.range(0, rounds).forEach(round -> measured.add(round(stepsPerRound)));
        return new Result(this, stepsPerRound, measured);
    }

    private Round round(int steps) {
        return new Round(nanos(baseline.step(), steps), nanos(subject.step(), steps));
    }

    private static long nanos(Supplier<?> step, int steps) {
        int sum = 0;
        long start = System.nanoTime();
        for (int i = 0; i < steps; i++) {
            sum += step.get().hashCode();
        }
        long nanos = System.nanoTime() - start;
        // Every answer was used, so that the compiler cannot leave the work out.
        if (sum == 42 && nanos < 0) {
            throw new IllegalStateException("Time ran backwards");
        }
        return nanos;
    }

    /** Times of one round of each, in nanoseconds. */
    record Round(long baselineNanos, long subjectNanos) {
        /** How many times as long ours took. */
        double ratio() {
            return (double) subjectNanos / baselineNanos;
        }
    }
}
