package io.postbreeze.analytics.tracking;

import io.postbreeze.outbox.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what became of each target. */
@ApplicationScoped
class PublicationsConsumer {
    private final EventConsumer events;
    private final Tracking tracking;

    PublicationsConsumer(EventConsumer events, Tracking tracking) {
        this.events = events;
        this.tracking = tracking;
    }

    @Incoming("publications")
    Uni<Void> on(ConsumerRecord<String, String> received) {
        return events.consume(received, tracking::apply);
    }
}
