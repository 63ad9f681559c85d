package io.postbreeze.publisher.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.publisher.OutsideWorld;
import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "publisher"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(OutsideWorld.class)
class RateGateIT {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    RateGates gates;

    private final String account = "soc_" + UUID.randomUUID();

    @Test
    void sixInitsAMinuteAndTheNextInTheNextWindow() {
        List<Instant> places = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            places.add(hold(account, NOW));
        }

        assertThat(places.subList(0, 6)).containsOnly(NOW);
        assertThat(places.subList(6, 12)).containsOnly(NOW.plusSeconds(66));
        assertThat(places.subList(12, 14)).containsOnly(NOW.plusSeconds(132));
    }

    @Test
    void noWindowEverHoldsMoreThanSixHoweverManyAskAtOnce() {
        List<Uni<Instant>> together = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            together.add(gates.hold(account, Endpoint.VIDEO_INIT, NOW.plusMillis(i * 7L)));
        }

        List<Instant> places = Uni.join().all(together).andFailFast().await().atMost(PATIENCE).stream()
                .sorted()
                .toList();

        for (int i = 6; i < places.size(); i++) {
            assertThat(Duration.between(places.get(i - 6), places.get(i)))
                    .as("place %d", i)
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(62));
        }
    }

    @Test
    void aFullWindowTellsWhenItIsWorthAskingAgain() {
        for (int i = 0; i < 20; i++) {
            assertThat(take(Endpoint.CREATOR_INFO, NOW.plusSeconds(i))).isEqualTo(NOW.plusSeconds(i));
        }

        Instant free = take(Endpoint.CREATOR_INFO, NOW.plusSeconds(30));

        assertThat(free).isEqualTo(NOW.plusSeconds(61));
        assertThat(take(Endpoint.CREATOR_INFO, free)).isEqualTo(free);
        assertThat(take(Endpoint.CREATOR_INFO, free)).isEqualTo(NOW.plusSeconds(62));
    }

    @Test
    void accountsAndEndpointsDoNotWaitForOneAnother() {
        for (int i = 0; i < 6; i++) {
            hold(account, NOW);
        }

        assertThat(hold(account, NOW)).isAfter(NOW);
        assertThat(hold(account + "-other", NOW)).isEqualTo(NOW);
        assertThat(take(Endpoint.STATUS, NOW)).isEqualTo(NOW);
    }

    private Instant hold(String accountId, Instant now) {
        return gates.hold(accountId, Endpoint.VIDEO_INIT, now).await().atMost(PATIENCE);
    }

    private Instant take(Endpoint endpoint, Instant now) {
        return gates.take(account, endpoint, now).await().atMost(PATIENCE);
    }
}
