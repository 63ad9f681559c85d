package io.postbreeze.postapi.publication;

import io.postbreeze.events.EventEnvelope;
import io.postbreeze.events.PublicationEvent;
import io.postbreeze.outbox.EventConsumer;
import io.postbreeze.outbox.Inbox;
import io.postbreeze.postapi.post.Post;
import io.postbreeze.postapi.post.PostAnnouncements;
import io.postbreeze.postapi.post.PostApiMetrics;
import io.postbreeze.postapi.post.PostTarget;
import io.postbreeze.postapi.post.Posts;
import io.postbreeze.postapi.post.status.PostStatus;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Applies what publisher-service tells: once per event, and never an older one over a newer. */
@ApplicationScoped
class PublicationEvents {
    private final EventConsumer events;
    private final Inbox inbox;
    private final Posts posts;
    private final PostAnnouncements announcements;
    private final PostApiMetrics metrics;
    private final Clock clock;

    PublicationEvents(
            EventConsumer events,
            Inbox inbox,
            Posts posts,
            PostAnnouncements announcements,
            PostApiMetrics metrics,
            Clock clock) {
        this.events = events;
        this.inbox = inbox;
        this.posts = posts;
        this.announcements = announcements;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Incoming("publications")
    Uni<Void> on(ConsumerRecord<String, String> received) {
        return events.consume(received, this::apply);
    }

    private Uni<Void> apply(EventEnvelope<?> envelope) {
        if (!(envelope.data() instanceof PublicationEvent event)) {
            return Uni.createFrom().voidItem();
        }
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> inbox.firstSeen(session, envelope.id())
                                .chain(isNew -> isNew
                                        ? effect(session, event)
                                        : Uni.createFrom().voidItem())))
                .invoke(announcements::wake);
    }

    /** The post's row is locked first, so that two targets that end at once agree on what the post becomes. */
    private Uni<Void> effect(Mutiny.Session session, PublicationEvent event) {
        return posts.findById(event.postId(), LockModeType.PESSIMISTIC_WRITE)
                .chain(post -> post == null
                        ? Uni.createFrom().voidItem()
                        : posts.targets(post.id).chain(targets -> {
                            PostStatus before = post.status;
                            change(post, targets, event);
                            return announcements.announce(session, post, targets, before);
                        }));
    }

    private void change(Post post, List<PostTarget> targets, PublicationEvent event) {
        @Nullable
        PostTarget target = targets.stream()
                .filter(candidate -> candidate.id.equals(event.targetId()))
                .findFirst()
                .orElse(null);
        if (target == null || event.version() <= target.publicationVersion) {
            return;
        }
        TargetChange.apply(target, event, clock.instant());
        post.status = PostStatus.of(targets.stream().map(one -> one.status).toList());
        post.updatedAt = clock.instant();
        metrics.applied(event.getClass().getSimpleName());
    }
}
