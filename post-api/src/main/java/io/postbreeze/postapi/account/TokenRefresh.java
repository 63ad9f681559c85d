package io.postbreeze.postapi.account;

import io.postbreeze.events.AccountTokenExpired;
import io.postbreeze.tiktok.TikTokException;
import io.postbreeze.tiktok.TikTokOAuth;
import io.postbreeze.tiktok.TokenGrant;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Renews one account's tokens. TikTok kills the old refresh token when it gives a new one, so two refreshes at once
 * could leave an account with none: a lease in the row lets one replica do it, and its writes hold only while the fence
 * is its own. No transaction is open while TikTok is asked.
 */
@ApplicationScoped
class TokenRefresh {
    private static final Logger LOGGER = Logger.getLogger(TokenRefresh.class);
    private static final Duration LEASE = Duration.ofSeconds(45);
    private static final Duration KEEP_TRYING = Duration.ofHours(1);

    private final SocialAccounts accounts;
    private final AccountTokens tokens;
    private final AccountAnnouncements announcements;
    private final TikTokOAuth oauth;
    private final Clock clock;

    TokenRefresh(
            SocialAccounts accounts,
            AccountTokens tokens,
            AccountAnnouncements announcements,
            TikTokOAuth oauth,
            Clock clock) {
        this.accounts = accounts;
        this.announcements = announcements;
        this.tokens = tokens;
        this.oauth = oauth;
        this.clock = clock;
    }

    /** Renews the tokens as the account was read; false when another replica is at it. Fails when TikTok does. */
    Uni<Boolean> refresh(SocialAccount seen) {
        Instant now = clock.instant();
        return Panache.withTransaction(() -> accounts.leaseRefresh(seen.id, seen.refreshFence, now, now.plus(LEASE)))
                .chain(mine ->
                        mine ? renew(seen).replaceWith(true) : Uni.createFrom().item(false));
    }

    private Uni<Void> renew(SocialAccount seen) {
        long fence = seen.refreshFence + 1;
        return oauth.refresh(tokens.refresh(seen))
                .onItemOrFailure()
                .transformToUni((grant, failure) -> failure == null
                        ? keep(seen.id, fence, grant)
                        : write(seen.id, fence, account -> failed(account, failure))
                                .invoke(announcements::wake)
                                .chain(() -> Uni.createFrom().failure(failure)));
    }

    /**
     * The old pair is dead by now, so a database that is away is asked again long beyond the lease: nobody else can
     * refresh with the old pair meanwhile, and the fence refuses the write if somebody did connect the account anew.
     */
    private Uni<Void> keep(String id, long fence, TokenGrant grant) {
        return Uni.createFrom()
                .deferred(() -> write(id, fence, account -> renewed(account, grant)))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(2))
                .expireIn(KEEP_TRYING.toMillis());
    }

    private Uni<Void> renewed(SocialAccount account, TokenGrant grant) {
        tokens.store(account, grant, clock.instant());
        account.lastRefreshedAt = clock.instant();
        LOGGER.infof("Tokens of account %s are renewed", account.id);
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> failed(SocialAccount account, Throwable failure) {
        String reason = failure instanceof TikTokException known ? known.code() : "internal";
        account.lastRefreshError = reason;
        LOGGER.warnf("Tokens of account %s could not be renewed: %s", account.id, reason);
        if (!(failure instanceof TikTokException.ReconnectNeeded)) {
            return Uni.createFrom().voidItem();
        }
        account.status = AccountStatus.TOKEN_EXPIRED;
        return announcements.tell(new AccountTokenExpired(
                account.id, account.workspaceId, account.platform.name(), reason, clock.instant()));
    }

    private Uni<Void> write(String id, long fence, Function<SocialAccount, Uni<Void>> change) {
        return Panache.withTransaction(() -> accounts.find("id = ?1 and refreshFence = ?2", id, fence)
                .<SocialAccount>firstResult()
                .chain(account -> {
                    if (account == null) {
                        return Uni.createFrom().voidItem();
                    }
                    account.refreshLeaseUntil = null;
                    // Whoever read the row while this refresh ran holds old tokens, and must read again.
                    account.refreshFence++;
                    return change.apply(account);
                }));
    }
}
