package io.postbreeze.postapi.account;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.Secrets;
import io.postbreeze.tiktok.AccessToken;
import io.postbreeze.tiktok.TikTokException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hands out access tokens that work, renewing them ahead of their end or when TikTok refused them. */
@ApplicationScoped
class AccessTokens {
    static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Duration STILL_GOOD = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final int LOOKS = 40;

    private final SocialAccounts accounts;
    private final AccountTokens tokens;
    private final TokenRefresh refresh;
    private final Clock clock;

    AccessTokens(SocialAccounts accounts, AccountTokens tokens, TokenRefresh refresh, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.refresh = refresh;
        this.clock = clock;
    }

    /**
     * A token for an account.
     *
     * @param rejectedSha256 SHA-256 of a token that TikTok refused, null when none was
     */
    Uni<HandedToken> hand(String accountId, @Nullable String rejectedSha256) {
        return attempt(accountId, rejectedSha256, LOOKS);
    }

    private Uni<HandedToken> attempt(String accountId, @Nullable String rejectedSha256, int looksLeft) {
        return Panache.withSession(() -> accounts.findById(accountId)).chain(account -> {
            AccessToken token = tokens.access(checked(account));
            boolean rejected = isSame(token, rejectedSha256);
            if (!rejected && endsLaterThan(account, AHEAD)) {
                return Uni.createFrom().item(handed(account, token));
            }
            boolean usable = !rejected && endsLaterThan(account, STILL_GOOD);
            return renewed(account, usable ? handed(account, token) : null, rejectedSha256, looksLeft);
        });
    }

    private Uni<HandedToken> renewed(
            SocialAccount account, @Nullable HandedToken current, @Nullable String rejectedSha256, int looksLeft) {
        Supplier<Uni<HandedToken>> again = () -> attempt(account.id, rejectedSha256, looksLeft - 1);
        return refresh.refresh(account).onItemOrFailure().transformToUni((done, failure) -> {
            if (current != null && (failure != null || !done)) {
                return Uni.createFrom().item(current);
            }
            if (failure != null && !(failure instanceof TikTokException.ReconnectNeeded)) {
                return Uni.createFrom().failure(unavailable());
            }
            if (failure != null || done) {
                return afterRefresh(account.id, rejectedSha256);
            }
            return looksLeft == 0 ? Uni.createFrom().failure(unavailable()) : later(again);
        });
    }

    /** What a refresh left behind. However soon that ends, it is not refreshed again: TikTok would give no more. */
    private Uni<HandedToken> afterRefresh(String accountId, @Nullable String rejectedSha256) {
        return Panache.withSession(() -> accounts.findById(accountId)).map(account -> {
            AccessToken token = tokens.access(checked(account));
            if (isSame(token, rejectedSha256) || !endsLaterThan(account, STILL_GOOD)) {
                throw unavailable();
            }
            return handed(account, token);
        });
    }

    private static boolean isSame(AccessToken token, @Nullable String sha256) {
        return Secrets.sha256(token.value()).equals(sha256);
    }

    /** Another replica is renewing: what it wrote is there a moment later. */
    private static Uni<HandedToken> later(Supplier<Uni<HandedToken>> again) {
        return Uni.createFrom().voidItem().onItem().delayIt().by(LOOK_AGAIN).chain(waited -> again.get());
    }

    private static SocialAccount checked(@Nullable SocialAccount account) {
        if (account == null || account.status == AccountStatus.DISCONNECTED) {
            throw ApiException.notFound("social account");
        }
        if (account.status != AccountStatus.ACTIVE) {
            throw new ApiException(
                    409,
                    "ACCOUNT_NEEDS_RECONNECT",
                    "TikTok no longer accepts this account's tokens: connect it again.");
        }
        return account;
    }

    private boolean endsLaterThan(SocialAccount account, Duration ahead) {
        return account.tokenExpiresAt.isAfter(clock.instant().plus(ahead));
    }

    private static HandedToken handed(SocialAccount account, AccessToken token) {
        return new HandedToken(token.value(), account.tokenExpiresAt, account.openId, account.username);
    }

    private static ApiException unavailable() {
        return new ApiException(503, "TIKTOK_UNAVAILABLE", "The account's token cannot be renewed right now.");
    }

    /**
     * A token on its way to one of our services; never logged.
     *
     * @param accessToken the secret
     * @param expiresAt when it ends
     * @param openId TikTok's id of the creator
     * @param username the creator's handle, null while unknown
     */
    record HandedToken(
            String accessToken,
            Instant expiresAt,
            String openId,
            @Nullable String username) {
        @Override
        public String toString() {
            return "HandedToken[openId=" + openId + "]";
        }
    }
}
