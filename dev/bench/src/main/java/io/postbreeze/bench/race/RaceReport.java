package io.postbreeze.bench.race;

import java.util.List;

/**
 * How a race ended.
 *
 * @param canceled posts whose cancelling was answered with 200
 * @param tooLate posts whose cancelling was answered with 409
 * @param faults what must not be, in words; empty when the promise was kept
 */
public record RaceReport(int canceled, int tooLate, List<String> faults) {
    /** Copies the faults. */
    public RaceReport {
        faults = List.copyOf(faults);
    }

    /** One line for people. */
    public String line() {
        return "cancel race: %d posts, %d cancelled and not published, %d refused and published once, %d faults"
                .formatted(canceled + tooLate, canceled, tooLate, faults.size());
    }
}
