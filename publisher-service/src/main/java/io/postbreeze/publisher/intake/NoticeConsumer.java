package io.postbreeze.publisher.intake;

import io.postbreeze.events.EventEnvelope;
import io.postbreeze.events.PublicationNoticed;
import io.postbreeze.outbox.EventConsumer;
import io.postbreeze.publisher.dispatch.Dispatcher;
import io.postbreeze.publisher.store.Notices;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Reads {@code postbreeze.accounts.v1} for what TikTok's webhooks tell of publications. A webhook is a hint to ask at
 * once instead of at the next turn; what counts is what TikTok answers.
 */
@ApplicationScoped
class NoticeConsumer {
    private final EventConsumer events;
    private final Notices notices;
    private final Dispatcher dispatcher;
    private final Clock clock;

    NoticeConsumer(EventConsumer events, Notices notices, Dispatcher dispatcher, Clock clock) {
        this.events = events;
        this.notices = notices;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    @Incoming("accounts")
    Uni<Void> received(ConsumerRecord<String, String> told) {
        return events.consume(told, this::apply);
    }

    private Uni<Void> apply(EventEnvelope<?> event) {
        // Other events of this topic are for others.
        return event.data() instanceof PublicationNoticed noticed
                ? notices.wake(noticed.accountId(), noticed.publishId(), clock.instant())
                        .invoke(woken -> {
                            if (woken) {
                                dispatcher.wake();
                            }
                        })
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
