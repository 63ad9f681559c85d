package io.postbreeze.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postbreeze.events.EventCodec;
import io.postbreeze.events.EventEnvelope;
import io.postbreeze.events.MalformedEventException;
import io.postbreeze.events.TargetFailed;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class EventConsumerTest {
    private static final TargetFailed EVENT =
            new TargetFailed("pub_1", "post_1", "tgt_1", "ws_1", "soc_1", 1, "TT_X", "Because.", 1, TestClock.NOW);

    private final EventConsumer consumer = new EventConsumer();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void aTransientFailureIsTriedUntilItWorks() {
        consumer.consume(
                        received(EventCodec.body(EVENT)),
                        event -> calls.incrementAndGet() < 3
                                ? Uni.createFrom().failure(new IllegalStateException("database is down"))
                                : Uni.createFrom().voidItem())
                .await()
                .atMost(Duration.ofSeconds(10));

        assertThat(calls).hasValue(3);
    }

    @Test
    void whatNobodyCanReadFailsAtOnceAndReachesNoHandler() {
        assertThatThrownBy(() -> consumer.consume(received("{"), event -> {
                            calls.incrementAndGet();
                            return Uni.createFrom().voidItem();
                        })
                        .await()
                        .atMost(Duration.ofSeconds(1)))
                .isInstanceOf(MalformedEventException.class);

        assertThat(calls).hasValue(0);
    }

    @Test
    void aRecordWithoutAValueIsMalformed() {
        assertThatThrownBy(() -> consumer.consume(
                                received(null), event -> Uni.createFrom().voidItem())
                        .await()
                        .atMost(Duration.ofSeconds(1)))
                .isInstanceOf(MalformedEventException.class);
    }

    private static ConsumerRecord<String, String> received(String value) {
        ConsumerRecord<String, String> received = new ConsumerRecord<>("t", 0, 0, "post_1", value);
        EventCodec.headers(new EventEnvelope<>("evt_1", TestClock.NOW, "/test", null, EVENT))
                .forEach((name, text) -> received.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return received;
    }
}
