package io.postbreeze.postapi.webhook;

import io.postbreeze.events.Event;
import io.postbreeze.events.EventEnvelope;
import io.postbreeze.events.MediaEvent;
import io.postbreeze.events.MediaReady;
import io.postbreeze.events.MetricsRefreshed;
import io.postbreeze.outbox.EventConsumer;
import io.postbreeze.outbox.Inbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Passes on to customers' endpoints what the other services found: once per event. */
@ApplicationScoped
class ServiceEvents {
    private final EventConsumer events;
    private final Inbox inbox;
    private final Webhooks webhooks;

    ServiceEvents(EventConsumer events, Inbox inbox, Webhooks webhooks) {
        this.events = events;
        this.inbox = inbox;
        this.webhooks = webhooks;
    }

    @Incoming("metrics")
    Uni<Void> metrics(ConsumerRecord<String, String> received) {
        return events.consume(received, this::announce);
    }

    @Incoming("media-events")
    Uni<Void> media(ConsumerRecord<String, String> received) {
        return events.consume(received, this::announce);
    }

    private Uni<Void> announce(EventEnvelope<?> envelope) {
        return News.of(envelope.data())
                .map(news -> Panache.withTransaction(() -> Panache.getSession()
                                .chain(session -> inbox.firstSeen(session, envelope.id())
                                        .chain(isNew -> isNew
                                                ? webhooks.announce(
                                                        session,
                                                        news.workspaceId(),
                                                        news.event().wireName(),
                                                        news.subject(),
                                                        news.payload())
                                                : Uni.createFrom().voidItem())))
                        .invoke(webhooks::wake))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** What is told of an event, and to whom. */
    private record News(WebhookEvent event, String workspaceId, String subject, Event payload) {
        static Optional<News> of(Event event) {
            return switch (event) {
                case MetricsRefreshed numbers ->
                    Optional.of(
                            new News(WebhookEvent.METRICS_REFRESHED, numbers.workspaceId(), numbers.postId(), numbers));
                case MediaEvent media ->
                    Optional.of(new News(
                            media instanceof MediaReady ? WebhookEvent.MEDIA_READY : WebhookEvent.MEDIA_REJECTED,
                            media.workspaceId(),
                            media.mediaId(),
                            media));
                default -> Optional.empty();
            };
        }
    }
}
