package io.postbreeze.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a comparison measured.
 *
 * @param comparison what was compared
 * @param stepsPerRound how often each was done in a round
 * @param rounds times of each round, at least one
 */
record Result(Comparison comparison, int stepsPerRound, List<Comparison.Round> rounds) {
    Result {
        rounds = List.copyOf(rounds);
    }

    /** How many times as long ours takes; the middle of the rounds, so that one pause of the machine says nothing. */
    double ratio() {
        return percentile(Comparison.Round::ratio, 0.5);
    }

    /** One line for people: the ratio with the middle half of the rounds, and what a step costs either way. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%-28s %5.2f x %s   (middle half of %d rounds: %.2f to %.2f; %.2f against %.2f µs each)",
                comparison.name(),
                ratio(),
                comparison.baseline().name(),
                rounds.size(),
                percentile(Comparison.Round::ratio, 0.25),
                percentile(Comparison.Round::ratio, 0.75),
                micros(Comparison.Round::subjectNanos),
                micros(Comparison.Round::baselineNanos));
    }

    private double micros(ToDoubleFunction<Comparison.Round> nanos) {
        return percentile(nanos, 0.5) / stepsPerRound / 1000;
    }

    private double percentile(ToDoubleFunction<Comparison.Round> value, double share) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        return sorted[(int) ((sorted.length - 1) * share)];
    }
}
