package io.postbreeze.publisher;

import io.postbreeze.events.Event;
import io.postbreeze.events.EventCodec;
import io.postbreeze.events.EventEnvelope;
import io.postbreeze.events.PublicationEvent;
import io.postbreeze.events.Topics;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The other ends of this service's topics. */
@Singleton
public class KafkaTopics {
    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> consumer;
    private final List<PublicationEvent> seen = new ArrayList<>();

    KafkaTopics(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new StringSerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "group.id", "test", "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of(Topics.PUBLICATIONS));
    }

    public void publish(String eventId, Event event) {
        var envelope = new EventEnvelope<>(eventId, Instant.EPOCH, "/post-api", null, event);
        var sent = new ProducerRecord<>(event.topic(), event.key(), EventCodec.body(event));
        EventCodec.headers(envelope)
                .forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(sent);
        producer.flush();
    }

    /** Every event of a post that was announced so far. */
    public synchronized List<PublicationEvent> eventsOf(String postId) {
        consumer.poll(Duration.ofMillis(200)).forEach(received -> seen.add(read(received)));
        return seen.stream().filter(event -> event.postId().equals(postId)).toList();
    }

    private static PublicationEvent read(ConsumerRecord<String, String> received) {
        Map<String, String> headers = new HashMap<>();
        received.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return (PublicationEvent) EventCodec.read(headers, received.value()).data();
    }

    @PreDestroy
    void close() {
        producer.close();
        consumer.close();
    }
}
