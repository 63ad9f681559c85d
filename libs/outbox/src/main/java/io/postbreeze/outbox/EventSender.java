package io.postbreeze.outbox;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Sends stored events as Kafka records. */
@ApplicationScoped
class EventSender {
    private final MutinyEmitter<String> emitter;

    EventSender(
            // Bounded all the same: the relay never has more than one batch under way.
            @Channel("outbox") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<String> emitter) {
        this.emitter = emitter;
    }

    /** Completes when Kafka has acknowledged every one of them; the producer keeps their order. */
    Uni<Void> send(List<OutboxRow> rows) {
        List<Uni<Void>> sends = rows.stream()
                .map(row -> emitter.sendMessage(Message.of(row.body()).addMetadata(metadata(row))))
                .toList();
        return Uni.join().all(sends).andCollectFailures().replaceWithVoid();
    }

    private static OutgoingKafkaRecordMetadata<String> metadata(OutboxRow row) {
        Headers headers = new RecordHeaders();
        row.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(row.topic())
                .withKey(row.key())
                .withHeaders(headers)
                .build();
    }
}
