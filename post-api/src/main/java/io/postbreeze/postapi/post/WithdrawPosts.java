package io.postbreeze.postapi.post;

import io.postbreeze.api.ApiException;
import io.postbreeze.postapi.account.ScheduledPosts;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.logging.Logger;

/** Takes back what is scheduled for an account that is being disconnected. */
@ApplicationScoped
class WithdrawPosts implements ScheduledPosts {
    private static final Logger LOGGER = Logger.getLogger(WithdrawPosts.class);
    private static final int AT_ONCE = 8;

    private final Posts posts;
    private final ChangePost change;
    private final OwnContext contexts;
    private final Clock clock;

    WithdrawPosts(Posts posts, ChangePost change, OwnContext contexts, Clock clock) {
        this.posts = posts;
        this.change = change;
        this.contexts = contexts;
        this.clock = clock;
    }

    @Override
    public Uni<Void> withdraw(String workspaceId, String accountId) {
        return Panache.withSession(() -> posts.pendingOf(workspaceId, accountId))
                .onItem()
                .transformToMulti(ids -> Multi.createFrom().iterable(ids))
                .onItem()
                .transformToUni(id -> contexts.run(() -> withdraw(workspaceId, accountId, id)))
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** What has begun is TikTok's to refuse, and what could not be asked about is kept and asked about again. */
    private Uni<Void> withdraw(String workspaceId, String accountId, String id) {
        return change.change(
                        id,
                        List.of(workspaceId),
                        null,
                        (post, targets) -> PostCommands.withdraw(
                                post, targets, accountId, clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .replaceWithVoid()
                .onFailure(ApiException.class)
                .invoke(failure -> LOGGER.infof("%s goes on without its account: %s", id, failure.getMessage()))
                .onFailure(ApiException.class)
                .recoverWithNull();
    }
}
