package io.postbreeze.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postbreeze.events.EventCodec;
import io.postbreeze.events.EventEnvelope;
import java.util.Map;

/** An event on its way to Kafka, as text: what the table holds is what the record will hold. */
record OutboxRow(String eventId, String topic, String key, Map<String, String> headers, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    static OutboxRow of(EventEnvelope<?> envelope) {
        return new OutboxRow(
                envelope.id(),
                envelope.data().topic(),
                envelope.data().key(),
                EventCodec.headers(envelope),
                EventCodec.body(envelope.data()));
    }

    String headersAsJson() {
        try {
            return JSON.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Headers are plain text", e);
        }
    }

    static Map<String, String> headersOf(String json) {
        try {
            return JSON.readValue(json, HEADERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The outbox holds headers that nobody wrote", e);
        }
    }
}
