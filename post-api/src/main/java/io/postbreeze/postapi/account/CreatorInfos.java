package io.postbreeze.postapi.account;

import io.postbreeze.api.ApiException;
import io.postbreeze.tiktok.AccessToken;
import io.postbreeze.tiktok.CreatorInfo;
import io.postbreeze.tiktok.TikTokException;
import io.postbreeze.tiktok.TikTokPublishing;
import io.quarkus.cache.CacheResult;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;

/** Asks TikTok what creators may post. TikTok allows few such questions, so an answer serves for a minute. */
@ApplicationScoped
class CreatorInfos {
    private static final Logger LOGGER = Logger.getLogger(CreatorInfos.class);
    private static final Duration DAY = Duration.ofHours(24);

    /** Posts of an account that count against TikTok's cap: published or begun within the last 24 hours. */
    private static final String COUNTED = """
            select count(*) from post_targets where social_account_id = ?1 and status in
                ('PUBLISHED', 'IN_INBOX', 'PUBLISHING', 'OUTCOME_UNKNOWN')
            and coalesce(published_at, last_attempt_at) > ?2""";

    private final AccessTokens tokens;
    private final TikTokPublishing publishing;
    private final SocialAccounts accounts;
    private final TikTokAppConfig app;
    private final Clock clock;

    CreatorInfos(
            AccessTokens tokens,
            TikTokPublishing publishing,
            SocialAccounts accounts,
            TikTokAppConfig app,
            Clock clock) {
        this.tokens = tokens;
        this.publishing = publishing;
        this.accounts = accounts;
        this.app = app;
        this.clock = clock;
    }

    /** What the creator of an account may post; fails with 409 or 503 when TikTok does not say. */
    @CacheResult(cacheName = "creator-infos")
    Uni<CreatorInfoView> of(String accountId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return tokens.hand(accountId, null)
                .chain(token -> publishing.creatorInfo(new AccessToken(token.accessToken())))
                .onFailure(TikTokException.class)
                .transform(CreatorInfos::unknown)
                .call(creator -> remember(accountId, creator, now))
                .chain(creator ->
                        remaining(accountId, now).map(left -> CreatorInfoView.of(accountId, creator, left, now)));
    }

    /** The rules for new posts know it from then on too. */
    private Uni<Void> remember(String accountId, CreatorInfo creator, Instant now) {
        return Panache.withTransaction(
                        () -> accounts.findById(accountId).invoke(account -> account.learn(creator, now)))
                .replaceWithVoid();
    }

    private Uni<Long> remaining(String accountId, Instant now) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(COUNTED, Long.class)
                        .setParameter(1, accountId)
                        .setParameter(2, now.minus(DAY))
                        .getSingleResult())
                .map(counted -> Math.max(0, app.postsADay() - counted)));
    }

    private static ApiException unknown(Throwable failure) {
        LOGGER.infof("TikTok did not tell what a creator may post: %s", failure.toString());
        return switch ((TikTokException) failure) {
            case TikTokException.ReconnectNeeded dead ->
                new ApiException(
                        409,
                        "ACCOUNT_NEEDS_RECONNECT",
                        "TikTok no longer accepts this account's tokens: connect it again.");
            case TikTokException.Rejected refused ->
                new ApiException(
                        409, "TT_CREATOR_CANNOT_POST", "TikTok says this creator cannot post now: " + refused.code());
            default ->
                new ApiException(503, "TIKTOK_UNAVAILABLE", "TikTok did not say what the creator may post; try again.");
        };
    }
}
