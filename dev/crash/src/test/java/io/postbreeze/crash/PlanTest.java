package io.postbreeze.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void aSeedGivesTheSamePlanAgain() {
        assertThat(Plan.of(7, 3, 10, 30)).isEqualTo(Plan.of(7, 3, 10, 30));
        assertThat(Plan.of(7, 3, 10, 30)).isNotEqualTo(Plan.of(8, 3, 10, 30));
    }

    @Test
    void everyFailpointAndEveryOtherDisturbanceComesUp() {
        assertThat(IntStream.range(0, 2_000)
                        .mapToObj(number -> Plan.of(1, number, 1, 30).disturbance())
                        .map(PlanTest::name))
                .contains("Kill", "Stop", "PostgresCrash", "KafkaAway", "StoreAway")
                .containsAll(Disturbance.FAILPOINTS);
    }

    @Test
    void theAccountsOfARoundDiffer() {
        assertThat(Plan.of(1, 4, 10, 30).subjects())
                .extracting(Subject::account)
                .doesNotHaveDuplicates();
    }

    private static String name(Disturbance disturbance) {
        return disturbance instanceof Disturbance.AtFailpoint failpoint
                ? failpoint.name()
                : disturbance.getClass().getSimpleName();
    }
}
