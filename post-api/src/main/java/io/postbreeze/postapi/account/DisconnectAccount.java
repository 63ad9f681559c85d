package io.postbreeze.postapi.account;

import io.postbreeze.events.AccountDisconnected;
import io.postbreeze.tiktok.AccessToken;
import io.postbreeze.tiktok.TikTokOAuth;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.jboss.logging.Logger;

/**
 * Takes an account away: its tokens are gone at once, what was scheduled for it is taken back, its history stays. It is
 * for good; connecting the creator again makes a new account.
 */
@ApplicationScoped
class DisconnectAccount {
    private static final Logger LOGGER = Logger.getLogger(DisconnectAccount.class);
    private static final byte[] NOTHING = {};

    private final SocialAccounts accounts;
    private final AccountTokens tokens;
    private final AccountAnnouncements announcements;
    private final ScheduledPosts posts;
    private final TikTokOAuth oauth;
    private final Clock clock;

    DisconnectAccount(
            SocialAccounts accounts,
            AccountTokens tokens,
            AccountAnnouncements announcements,
            ScheduledPosts posts,
            TikTokOAuth oauth,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.announcements = announcements;
        this.posts = posts;
        this.oauth = oauth;
        this.clock = clock;
    }

    /** The account afterwards; fails with 404 when the caller has no such account. */
    Uni<SocialAccount> disconnect(String id, Collection<String> workspaceIds) {
        return Panache.withTransaction(() -> accounts.usableForChange(id, workspaceIds)
                        .chain(account -> {
                            AccessToken last = tokens.access(account);
                            drop(account);
                            AccountDisconnected event = new AccountDisconnected(
                                    account.id,
                                    account.workspaceId,
                                    account.platform.name(),
                                    false,
                                    clock.instant().truncatedTo(ChronoUnit.MICROS));
                            return announcements.tell(event).replaceWith(new Dropped(account, last));
                        }))
                .invoke(announcements::wake)
                .call(dropped -> revoke(dropped.last()))
                .call(dropped -> posts.withdraw(dropped.account().workspaceId, id)
                        .onFailure()
                        .invoke(failure -> LOGGER.warnf("Posts of account %s wait: %s", id, failure.toString()))
                        .onFailure()
                        .recoverWithNull())
                .map(Dropped::account);
    }

    private void drop(SocialAccount account) {
        account.status = AccountStatus.DISCONNECTED;
        account.disconnectedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        account.accessTokenSealed = NOTHING;
        account.refreshTokenSealed = NOTHING;
        account.refreshLeaseUntil = null;
        // A refresh that is under way must not bring the tokens back.
        account.refreshFence++;
        LOGGER.infof("Account %s is disconnected", account.id);
    }

    /** We have forgotten the token whatever TikTok answers. */
    private Uni<Void> revoke(AccessToken token) {
        return oauth.revoke(token)
                .onFailure()
                .invoke(failure -> LOGGER.infof("TikTok did not confirm a revocation: %s", failure.toString()))
                .onFailure()
                .recoverWithNull();
    }

    private record Dropped(SocialAccount account, AccessToken last) {}
}
