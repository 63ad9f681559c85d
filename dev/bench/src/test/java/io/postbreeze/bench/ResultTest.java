package io.postbreeze.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.bench.Comparison.Round;
import io.postbreeze.bench.Comparison.Work;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ResultTest {
    @Test
    void one_pause_of_the_machine_does_not_move_the_ratio() {
        Result result = new Result(
                comparison(() -> "a", () -> "b"),
                1000,
                List.of(new Round(1000, 2000), new Round(1000, 900_000), new Round(1000, 2000)));

        assertThat(result.ratio()).isEqualTo(2.0);
        assertThat(result.line()).contains("2.00 x plain");
    }

    @Test
    void both_ways_are_taken_equally_often_and_in_turns() {
        AtomicInteger ahead = new AtomicInteger();
        Result result = comparison(ahead::incrementAndGet, () -> {
                    assertThat(ahead.get()).isBetween(1, 10);
                    return ahead.decrementAndGet();
                })
                .run(2, 3, 10);

        assertThat(result.rounds()).hasSize(3);
        assertThat(ahead).hasValue(0);
    }

    @Test
    void both_ways_of_every_comparison_come_to_the_same_end() {
        assertThat(BenchMain.all()).hasSize(3).allSatisfy(comparison -> {
            Object plain = comparison.baseline().step().get();
            Object ours = comparison.subject().step().get();
            assertThat(ours).hasSameClassAs(plain);
            if (!comparison.name().equals("new id")) {
                assertThat(ours).isEqualTo(plain);
            }
        });
    }

    private static Comparison comparison(
            java.util.function.Supplier<?> baseline, java.util.function.Supplier<?> subject) {
        return new Comparison("test", new Work("plain", baseline), new Work("ours", subject));
    }
}
