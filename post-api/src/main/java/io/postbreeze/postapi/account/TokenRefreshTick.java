package io.postbreeze.postapi.account;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Renews tokens before anyone needs them, and forgets consent pages that never came back. */
@ApplicationScoped
class TokenRefreshTick {
    private static final int BATCH = 200;

    private final SocialAccounts accounts;
    private final AccessTokens tokens;
    private final Clock clock;

    TokenRefreshTick(SocialAccounts accounts, AccessTokens tokens, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Scheduled(every = "1m", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> renewAhead() {
        return Panache.withSession(() -> accounts.expiringBefore(clock.instant().plus(AccessTokens.AHEAD), BATCH))
                .onItem()
                .transformToMulti(ids -> Multi.createFrom().iterable(ids))
                .onItem()
                .transformToUniAndConcatenate(id ->
                        tokens.hand(id, null).replaceWithVoid().onFailure().recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOldConsentPages() {
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createMutationQuery("delete from OAuthState where expiresAt < ?1")
                                .setParameter(1, clock.instant())
                                .executeUpdate()))
                .replaceWithVoid();
    }
}
