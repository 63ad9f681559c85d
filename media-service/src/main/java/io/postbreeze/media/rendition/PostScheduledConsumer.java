package io.postbreeze.media.rendition;

import io.postbreeze.events.EventEnvelope;
import io.postbreeze.events.PostScheduled;
import io.postbreeze.events.PostTarget;
import io.postbreeze.media.picture.Fit;
import io.postbreeze.outbox.EventConsumer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Orders the photos of every post that is scheduled, so that they are ready when it is due. Ordering them twice changes
 * nothing, so repeated events need not be known.
 */
@ApplicationScoped
class PostScheduledConsumer {
    private final EventConsumer events;
    private final OrderRenditions orders;

    PostScheduledConsumer(EventConsumer events, OrderRenditions orders) {
        this.events = events;
        this.orders = orders;
    }

    @Incoming("posts")
    Uni<Void> received(ConsumerRecord<String, String> posted) {
        return events.consume(posted, this::apply);
    }

    private Uni<Void> apply(EventEnvelope<?> event) {
        return event.data() instanceof PostScheduled post
                ? Multi.createFrom()
                        .iterable(post.targets())
                        .onItem()
                        .transformToUniAndConcatenate(target -> orders.order(order(post, target)))
                        .collect()
                        .asList()
                        .replaceWithVoid()
                // Other events of this topic are for others.
                : Uni.createFrom().voidItem();
    }

    private static RenditionOrder order(PostScheduled post, PostTarget target) {
        String fit = Objects.requireNonNullElse(target.settings().photoFit(), Fit.CROP.word());
        return new RenditionOrder(
                post.workspaceId(), target.mediaIds(), Fit.of(fit).orElse(Fit.CROP));
    }
}
