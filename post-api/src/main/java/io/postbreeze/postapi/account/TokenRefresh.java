package io.postbreeze.postapi.account;

import io.postbreeze.events.AccountConnected;
import io.postbreeze.events.AccountTokenExpired;
import io.postbreeze.tiktok.TikTokException;
import io.postbreeze.tiktok.TikTokOAuth;
import io.postbreeze.tiktok.TokenGrant;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.Supplier;
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
                        ? keep(seen, grant)
                        : write(withFence(seen.id, fence), account -> failed(account, failure))
                                .invoke(announcements::wake)
                                .chain(() -> Uni.createFrom().failure(failure)));
    }

    /**
     * The old pair is dead by now, so a database that is away is asked again long beyond the lease. Another replica may
     * have tried the dead pair meanwhile and called the account expired; as long as the row still holds the pair that
     * we spent, ours is the one that works. Whoever connected the account anew or took it away has replaced that pair.
     */
    private Uni<Void> keep(SocialAccount seen, TokenGrant grant) {
        return Uni.createFrom()
                .deferred(() -> write(withPair(seen), account -> renewed(account, grant)))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(2))
                .expireIn(KEEP_TRYING.toMillis())
                .invoke(announcements::wake);
    }

    private Uni<Void> renewed(SocialAccount account, TokenGrant grant) {
        AccountStatus before = account.status;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        tokens.store(account, grant, now);
        account.lastRefreshedAt = now;
        LOGGER.infof("Tokens of account %s are renewed", account.id);
        if (before == AccountStatus.REVOKED) {
            // The creator said no while we asked; new tokens do not undo that.
            account.status = before;
        }
        return before == AccountStatus.TOKEN_EXPIRED
                ? announcements.tell(
                        new AccountConnected(account.id, account.workspaceId, account.platform.name(), true, now))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> failed(SocialAccount account, Throwable failure) {
        String reason = failure instanceof TikTokException known ? known.code() : "internal";
        account.lastRefreshError = reason;
        LOGGER.warnf("Tokens of account %s could not be renewed: %s", account.id, reason);
        if (!(failure instanceof TikTokException.ReconnectNeeded) || account.status != AccountStatus.ACTIVE) {
            return Uni.createFrom().voidItem();
        }
        account.status = AccountStatus.TOKEN_EXPIRED;
        return announcements.tell(new AccountTokenExpired(
                account.id, account.workspaceId, account.platform.name(), reason, clock.instant()));
    }

    private Supplier<Uni<SocialAccount>> withFence(String id, long fence) {
        return () -> accounts.find("id = ?1 and refreshFence = ?2", id, fence)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    private Supplier<Uni<SocialAccount>> withPair(SocialAccount spent) {
        return () -> accounts.find("id = ?1 and refreshTokenSealed = ?2", spent.id, spent.refreshTokenSealed)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    private static Uni<Void> write(Supplier<Uni<SocialAccount>> row, Function<SocialAccount, Uni<Void>> change) {
        return Panache.withTransaction(() -> row.get().chain(account -> {
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
