package io.postbreeze.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Events to and from Kafka records in CloudEvents binary mode: attributes are {@code ce_…} headers, the value is plain
 * JSON. Fields this version does not know are ignored, so a newer producer does not break an older consumer.
 */
public final class EventCodec {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private EventCodec() {}

    /** The headers of the Kafka record; the trace header is left out when there is no trace. */
    public static Map<String, String> headers(EventEnvelope<?> envelope) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", envelope.id());
        headers.put("ce_type", EventTypes.of(envelope.data().getClass()));
        headers.put("ce_source", envelope.source());
        headers.put("ce_subject", envelope.data().key());
        headers.put("ce_time", envelope.time().toString());
        headers.put("content-type", "application/json");
        if (envelope.traceparent() != null) {
            headers.put("traceparent", envelope.traceparent());
        }
        return headers;
    }

    /** The value of the Kafka record. */
    public static String body(Event event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event must be writable as JSON: " + event.getClass(), e);
        }
    }

    /**
     * Reads a record back.
     *
     * @throws MalformedEventException when an attribute is missing, the type unknown, or the value not of its shape
     */
    public static EventEnvelope<?> read(Map<String, String> headers, String body) {
        return read(required(headers, "ce_type"), headers, body);
    }

    /** Reads just the value as an event of the given type name; see {@link #read(Map, String)} for failures. */
    public static Event readBody(String type, String body) {
        Class<? extends Event> known = Optional.<Class<? extends Event>>ofNullable(EventTypes.find(type))
                .orElseThrow(() -> new MalformedEventException("Unknown event type " + type, null));
        try {
            Event event = JSON.readValue(body, known);
            if (event == null) {
                throw new MalformedEventException("The value of a " + type + " is null", null);
            }
            RequiredFields.check(event);
            return event;
        } catch (JsonProcessingException e) {
            throw new MalformedEventException("Not a " + type + ": " + e.getOriginalMessage(), e);
        }
    }

    private static EventEnvelope<?> read(String type, Map<String, String> headers, String body) {
        try {
            return new EventEnvelope<>(
                    required(headers, "ce_id"),
                    Instant.parse(required(headers, "ce_time")),
                    required(headers, "ce_source"),
                    headers.get("traceparent"),
                    readBody(type, body));
        } catch (DateTimeException e) {
            throw new MalformedEventException("ce_time is no instant", e);
        }
    }

    private static String required(Map<String, String> headers, String name) {
        String value = headers.get(name);
        if (value == null || value.isBlank()) {
            throw new MalformedEventException("Header " + name + " is missing", null);
        }
        return value;
    }
}
