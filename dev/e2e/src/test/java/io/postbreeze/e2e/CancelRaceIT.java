package io.postbreeze.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.bench.race.CancelRace;
import io.postbreeze.bench.race.RaceReport;
import io.postbreeze.bench.stack.StackApi;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A small run of {@code ./postbreeze bench cancel-race}. */
@ExtendWith(StackExtension.class)
class CancelRaceIT {
    private static final int POSTS = 200;

    @Test
    void what_was_cancelled_is_never_published_and_all_else_once(RunningStack stack) throws Exception {
        StackApi api = new StackApi(
                stack.value("POSTBREEZE_API"), stack.value("POSTBREEZE_API_KEY"), stack.value("TIKTOK_SANDBOX"));
        try (CancelRace race = new CancelRace(api, Clock.systemUTC(), 20_261_123)) {
            RaceReport report = race.run(POSTS);
            System.out.println(report.line());
            assertThat(report.faults()).isEmpty();
            assertThat(report.canceled() + report.tooLate()).isEqualTo(POSTS);
        }
    }
}
