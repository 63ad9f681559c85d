package io.postbreeze.publisher.intake;

import io.postbreeze.events.EventEnvelope;
import io.postbreeze.events.PostScheduled;
import io.postbreeze.outbox.EventConsumer;
import io.postbreeze.publisher.dispatch.Dispatcher;
import io.postbreeze.publisher.store.Intake;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads {@code postbreeze.posts.v1}. The record is acknowledged once its publications are committed. */
@ApplicationScoped
class PostScheduledConsumer {
    private final EventConsumer events;
    private final Intake intake;
    private final Dispatcher dispatcher;

    PostScheduledConsumer(EventConsumer events, Intake intake, Dispatcher dispatcher) {
        this.events = events;
        this.intake = intake;
        this.dispatcher = dispatcher;
    }

    @Incoming("posts")
    Uni<Void> received(ConsumerRecord<String, String> posted) {
        return events.consume(posted, this::apply);
    }

    private Uni<Void> apply(EventEnvelope<?> event) {
        // Other events of this topic are for others.
        return event.data() instanceof PostScheduled post
                ? intake.accept(event, post).invoke(dispatcher::wake)
                : Uni.createFrom().voidItem();
    }
}
