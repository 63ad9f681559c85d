package io.postbreeze.sandbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");

    @Test
    void anythingButTwoHundredIsTriedAgainAfterEverLongerWaits() {
        Delivery once = begun(1).tried(START, 500);
        Delivery twice = once.tried(START.plusSeconds(5), 0);

        assertThat(once.nextAttemptAt()).isEqualTo(START.plusSeconds(5));
        assertThat(twice.nextAttemptAt()).isEqualTo(START.plusSeconds(15));
        assertThat(twice.state()).isEqualTo("PENDING");
        assertThat(twice.tried(START.plusSeconds(15), 200).state()).isEqualTo("DELIVERED");
    }

    @Test
    void itIsGivenUpAfterThreeDays() {
        Delivery delivery = begun(1);
        Instant last = START;
        int tries = 0;
        while (delivery.nextAttemptAt() != null) {
            last = delivery.nextAttemptAt();
            delivery = delivery.tried(last, 503);
            tries++;
        }

        assertThat(delivery.state()).isEqualTo("DROPPED");
        assertThat(Duration.between(START, last)).isBetween(Duration.ofHours(70), Duration.ofHours(72));
        assertThat(tries).isBetween(70, 90);
    }

    @Test
    void anInjectedRepeatLeavesAtOnce() {
        Delivery first = begun(2).tried(START, 200);

        assertThat(first.isDue(START)).isTrue();
        assertThat(first.tried(START, 200).state()).isEqualTo("DELIVERED");
    }

    private static Delivery begun(int wanted) {
        return new Delivery("1", "post.publish.complete", "o", "{}", START, List.of(), wanted, START);
    }
}
