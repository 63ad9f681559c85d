package io.postbreeze.postapi.post;

import io.postbreeze.postapi.post.status.PostStatus;
import io.postbreeze.postapi.webhook.WebhookEvent;
import io.postbreeze.postapi.webhook.Webhooks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Tells customers' endpoints what became of a post, in the transaction in which it did. */
@ApplicationScoped
public class PostAnnouncements {
    private final Webhooks webhooks;

    PostAnnouncements(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /**
     * Announces where a post stands now, unless it stood there before. The caller holds the post's row, so that
     * announcements of one post are in the order of its changes.
     *
     * @param before the status that was told last, null for a new post
     */
    public Uni<Void> announce(
            Mutiny.Session session, Post post, List<PostTarget> targets, @Nullable PostStatus before) {
        WebhookEvent event = event(post.status);
        if (event == null || post.status == before) {
            return Uni.createFrom().voidItem();
        }
        return webhooks.announce(session, post.workspaceId, event.wireName(), post.id, PostView.of(post, targets));
    }

    /** Says that the transaction was committed. */
    public void wake() {
        webhooks.wake();
    }

    private static @Nullable WebhookEvent event(PostStatus status) {
        return switch (status) {
            case DRAFT -> null;
            case SCHEDULED -> WebhookEvent.POST_SCHEDULED;
            case PUBLISHING -> WebhookEvent.POST_PUBLISHING;
            case PUBLISHED -> WebhookEvent.POST_PUBLISHED;
            case PARTIALLY_PUBLISHED -> WebhookEvent.POST_PARTIALLY_PUBLISHED;
            case FAILED -> WebhookEvent.POST_FAILED;
            case CANCELED -> WebhookEvent.POST_CANCELLED;
        };
    }
}
