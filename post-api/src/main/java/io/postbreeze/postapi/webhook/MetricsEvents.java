package io.postbreeze.postapi.webhook;

import io.postbreeze.events.EventEnvelope;
import io.postbreeze.events.MetricsRefreshed;
import io.postbreeze.outbox.EventConsumer;
import io.postbreeze.outbox.Inbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Passes on what analytics-service reads: once per event. */
@ApplicationScoped
class MetricsEvents {
    private final EventConsumer events;
    private final Inbox inbox;
    private final Webhooks webhooks;

    MetricsEvents(EventConsumer events, Inbox inbox, Webhooks webhooks) {
        this.events = events;
        this.inbox = inbox;
        this.webhooks = webhooks;
    }

    @Incoming("metrics")
    Uni<Void> on(ConsumerRecord<String, String> received) {
        return events.consume(received, this::announce);
    }

    private Uni<Void> announce(EventEnvelope<?> envelope) {
        if (!(envelope.data() instanceof MetricsRefreshed numbers)) {
            return Uni.createFrom().voidItem();
        }
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> inbox.firstSeen(session, envelope.id())
                                .chain(isNew -> isNew
                                        ? webhooks.announce(
                                                session,
                                                numbers.workspaceId(),
                                                WebhookEvent.METRICS_REFRESHED.wireName(),
                                                numbers.postId(),
                                                numbers)
                                        : Uni.createFrom().voidItem())))
                .invoke(webhooks::wake);
    }
}
