package io.postbreeze.outbox;

import io.postbreeze.events.EventCodec;
import io.postbreeze.events.EventEnvelope;
import io.postbreeze.events.MalformedEventException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/**
 * Reads records as events. What no one can read fails at once and goes to the dead-letter topic; everything else is
 * tried until it works, because a database that is down for an hour is no reason to lose an event.
 */
@ApplicationScoped
public class EventConsumer {
    private static final Logger LOGGER = Logger.getLogger(EventConsumer.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /**
     * Hands a record's event to its handler.
     *
     * @return completes when the handler has; fails only with {@link MalformedEventException}
     */
    public Uni<Void> consume(ConsumerRecord<String, String> received, Function<EventEnvelope<?>, Uni<Void>> handler) {
        return Uni.createFrom()
                .item(() -> read(received))
                .chain(event -> Uni.createFrom()
                        .deferred(() -> handler.apply(event))
                        .onFailure(EventConsumer::mayPass)
                        .invoke(failure -> warn(event, failure))
                        .onFailure(EventConsumer::mayPass)
                        .retry()
                        .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                        .indefinitely());
    }

    private static EventEnvelope<?> read(ConsumerRecord<String, String> received) {
        if (received.value() == null) {
            throw new MalformedEventException("The record has no value");
        }
        Map<String, String> headers = new HashMap<>();
        for (Header header : received.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return EventCodec.read(headers, received.value());
    }

    private static boolean mayPass(Throwable failure) {
        return !(failure instanceof MalformedEventException);
    }

    private static void warn(EventEnvelope<?> event, Throwable failure) {
        LOGGER.warnf("Event %s could not take effect yet, trying again: %s", event.id(), failure.toString());
    }
}
