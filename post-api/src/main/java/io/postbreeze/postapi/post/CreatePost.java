package io.postbreeze.postapi.post;

import io.postbreeze.api.ApiException;
import io.postbreeze.outbox.Outbox;
import io.postbreeze.postapi.post.validation.PostWarnings;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Turns a request into a post, or into every reason why not. Post, targets and event are one transaction. */
@ApplicationScoped
class CreatePost {
    private final CheckPost check;
    private final Outbox outbox;
    private final Clock clock;
    private final PostApiMetrics metrics;
    private final PostAnnouncements announcements;

    CreatePost(CheckPost check, Outbox outbox, Clock clock, PostApiMetrics metrics, PostAnnouncements announcements) {
        this.check = check;
        this.outbox = outbox;
        this.clock = clock;
        this.metrics = metrics;
        this.announcements = announcements;
    }

    /** The post that a body asks for, as below, with nothing else in its transaction. */
    Uni<PostView> create(Map<?, ?> body, List<String> workspaceIds, String keyId) {
        return create(
                body, workspaceIds, keyId, (session, view) -> Uni.createFrom().voidItem());
    }

    /**
     * The post that a body asks for; fails with an {@link ApiException} naming every broken rule.
     *
     * @param also what else is to be stored in the post's transaction
     */
    Uni<PostView> create(Map<?, ?> body, List<String> workspaceIds, String keyId, Also also) {
        return check.check(body, workspaceIds)
                .chain(checked -> store(
                        NewPost.of(checked.request(), checked.workspaceId(), keyId, now()), checked.warnings(), also));
    }

    /** As exact as the database keeps it, so that the answer to a create says what every later answer says. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Uni<PostView> store(NewPost created, List<PostWarnings.Warning> warnings, Also also) {
        PostView view = PostView.of(created.post(), created.targets()).warning(warnings);
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> persist(session, created).chain(() -> also.store(session, view))))
                .invoke(outbox::wake)
                .invoke(announcements::wake)
                .invoke(() -> metrics.created(created.event() != null))
                .replaceWith(view);
    }

    private Uni<Void> persist(Mutiny.Session session, NewPost created) {
        Object[] rows = Stream.concat(Stream.of(created.post()), created.targets().stream())
                .toArray();
        return session.persistAll(rows)
                .chain(session::flush)
                .chain(() -> created.event() == null
                        ? Uni.createFrom().voidItem()
                        : outbox.append(session, List.of(created.event())))
                .chain(() -> announcements.announce(session, created.post(), created.targets(), null));
    }

    /** Something that is stored with a post or not at all. */
    interface Also {
        /** Stores it; a failure takes the post back too. */
        Uni<Void> store(Mutiny.Session session, PostView view);
    }
}
