package io.postbreeze.media.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.media.store.StoredPart;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartPlanTest {
    private static final long MIB = 1L << 20;

    @ParameterizedTest
    @ValueSource(longs = {1, 8 * MIB - 1, 8 * MIB, 8 * MIB + 1, 16 * MIB, 5_120 * MIB})
    void partsAddUpToTheFileAndTheStoreTakesThem(long bytes) {
        PartPlan plan = PartPlan.of(bytes);

        long sum = LongStream.rangeClosed(1, plan.count())
                .map(number -> plan.sizeOf((int) number))
                .sum();
        assertThat(sum).isEqualTo(bytes);
        assertThat(plan.count()).isLessThanOrEqualTo(10_000);
        assertThat(plan.sizeOf(plan.count())).isPositive();
        for (int number = 1; number < plan.count(); number++) {
            assertThat(plan.sizeOf(number)).isGreaterThanOrEqualTo(5 * MIB);
        }
    }

    @Test
    void whatIsNotThereOrNotWholeIsMissing() {
        PartPlan plan = new PartPlan(25, 10);

        assertThat(plan.missing(List.of())).containsExactly(1, 2, 3);
        assertThat(plan.missing(List.of(part(1, 10), part(2, 9), part(3, 5)))).containsExactly(2);
        assertThat(plan.missing(List.of(part(1, 10), part(2, 10), part(3, 5)))).isEmpty();
        assertThat(plan.has(0)).isFalse();
        assertThat(plan.has(4)).isFalse();
    }

    private static StoredPart part(int number, long bytes) {
        return new StoredPart(number, bytes, "e");
    }
}
