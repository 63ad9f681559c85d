package io.postbreeze.bench.race;

import io.postbreeze.bench.stack.RunningStack;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** {@code ./postbreeze bench cancel-race [--posts N]}, on the stack that runs here. */
public final class CancelRaceMain {
    private static final int USUAL_POSTS = 1_000;

    private CancelRaceMain() {}

    /**
     * Runs a race and prints how it ended.
     *
     * @param arguments what follows the command's name
     * @return the exit status: 1 when the promise was broken, 2 when there can be no race
     */
    public static int run(List<String> arguments) throws IOException, InterruptedException, ExecutionException {
        int posts = posts(arguments);
        Optional<RunningStack> stack = RunningStack.find();
        if (posts < 1 || stack.isEmpty()) {
            System.err.println(
                    posts < 1
                            ? "usage: ./postbreeze bench cancel-race [--posts N]"
                            : "No stack runs here; ./postbreeze up starts one.");
            return 2;
        }
        Clock clock = Clock.systemUTC();
        try (CancelRace race = new CancelRace(stack.get().api(), clock, clock.millis())) {
            RaceReport report = race.run(posts);
            System.out.println(report.line());
            report.faults().forEach(fault -> System.out.println("  " + fault));
            return report.faults().isEmpty() ? 0 : 1;
        }
    }

    private static int posts(List<String> arguments) {
        if (arguments.isEmpty()) {
            return USUAL_POSTS;
        }
        boolean understood = arguments.size() == 2
                && arguments.getFirst().equals("--posts")
                && arguments.getLast().matches("\\d{1,5}");
        return understood ? Integer.parseInt(arguments.getLast()) : 0;
    }
}
