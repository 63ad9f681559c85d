package io.postbreeze.postapi.account;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.PrefixedIds;
import io.postbreeze.api.Secrets;
import io.postbreeze.events.AccountConnected;
import io.postbreeze.tiktok.CreatorInfo;
import io.postbreeze.tiktok.TikTokException;
import io.postbreeze.tiktok.TikTokOAuth;
import io.postbreeze.tiktok.TokenGrant;
import io.postbreeze.tiktok.UserInfo;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.jboss.logging.Logger;

/** Connects a TikTok account: consent page, callback, tokens, profile. */
@ApplicationScoped
class ConnectAccount {
    private static final Logger LOGGER = Logger.getLogger(ConnectAccount.class);
    private static final Duration CONSENT_LASTS = Duration.ofMinutes(10);
    /** What everything we do together takes. */
    static final List<String> ASKED = List.of(
            "user.info.basic", "user.info.profile", "user.info.stats", "video.list", "video.publish", "video.upload");

    private static final List<String> NEEDED = List.of("user.info.basic", "video.publish");

    private final TikTokAppConfig app;
    private final TikTokOAuth oauth;
    private final CreatorProfiles profiles;
    private final SocialAccounts accounts;
    private final AccountTokens tokens;
    private final AccountAnnouncements announcements;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ConnectAccount(
            TikTokAppConfig app,
            TikTokOAuth oauth,
            CreatorProfiles profiles,
            SocialAccounts accounts,
            AccountTokens tokens,
            AccountAnnouncements announcements,
            Clock clock) {
        this.app = app;
        this.oauth = oauth;
        this.profiles = profiles;
        this.accounts = accounts;
        this.tokens = tokens;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Opens a consent page for a workspace; it can come back once, within ten minutes. */
    Uni<ConsentPage> open(String workspaceId, Platform platform) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String state = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        OAuthState row = new OAuthState();
        row.stateSha256 = Secrets.sha256(state);
        row.workspaceId = workspaceId;
        row.platform = platform;
        row.expiresAt = clock.instant().plus(CONSENT_LASTS);
        URI page = oauth.authorizeUrl(app.redirectUri(), ASKED, state, null);
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> session.persist(row)))
                .replaceWith(new ConsentPage(page, state));
    }

    /** Ends a consent page that the creator refused; its state cannot be used again. */
    Uni<Void> refuse(String state) {
        return consume(state).replaceWithVoid();
    }

    /** Turns the callback of a consent page into a connected account; the account's id. */
    Uni<String> complete(String code, String state) {
        return consume(state)
                .chain(opened -> oauth.exchange(code, app.redirectUri(), null)
                        .onFailure(TikTokException.class)
                        .transform(ConnectAccount::exchangeFailed)
                        .invoke(ConnectAccount::checkScopes)
                        .chain(grant -> profiles.of(grant)
                                .onFailure(TikTokException.class)
                                .transform(ConnectAccount::exchangeFailed)
                                .chain(profile -> store(opened, grant, profile))));
    }

    private Uni<OAuthState> consume(String state) {
        String sha256 = Secrets.sha256(state);
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.find(OAuthState.class, sha256)
                        .chain(found -> found == null
                                ? Uni.createFrom().failure(unknownState())
                                : session.createMutationQuery("delete from OAuthState where stateSha256 = ?1")
                                        .setParameter(1, sha256)
                                        .executeUpdate()
                                        .map(rows -> usable(found, rows)))));
    }

    private OAuthState usable(OAuthState found, int deletedRows) {
        if (deletedRows != 1 || clock.instant().isAfter(found.expiresAt)) {
            throw unknownState();
        }
        return found;
    }

    private Uni<String> store(OAuthState opened, TokenGrant grant, CreatorProfiles.Profile profile) {
        return Panache.withTransaction(() -> accounts.ofCreator(opened.workspaceId, opened.platform, grant.openId())
                        .chain(known -> known == null
                                ? accounts.persist(filled(created(opened, grant), grant, profile))
                                        .call(account -> announcements.tell(connected(account, false)))
                                : announcements
                                        .tell(connected(known, true))
                                        .map(told -> filled(known, grant, profile))))
                .invoke(announcements::wake)
                .map(account -> account.id)
                .invoke(id -> LOGGER.infof("Account %s is connected", id));
    }

    private AccountConnected connected(SocialAccount account, boolean again) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new AccountConnected(account.id, account.workspaceId, account.platform.name(), again, at);
    }

    private SocialAccount created(OAuthState opened, TokenGrant grant) {
        SocialAccount account = new SocialAccount();
        account.id = PrefixedIds.next("soc");
        account.workspaceId = opened.workspaceId;
        account.platform = opened.platform;
        account.openId = grant.openId();
        return account;
    }

    private SocialAccount filled(SocialAccount account, TokenGrant grant, CreatorProfiles.Profile profile) {
        UserInfo user = profile.user();
        CreatorInfo creator = profile.creator();
        account.connectedAt = clock.instant();
        account.displayName = user.displayName();
        account.avatarUrl = user.avatarUrl();
        account.username = user.username();
        if (creator != null) {
            account.username = creator.username() == null ? user.username() : creator.username();
            account.learn(creator, clock.instant());
        }
        account.refreshLeaseUntil = null;
        account.refreshFence++;
        tokens.store(account, grant, clock.instant());
        return account;
    }

    private static void checkScopes(TokenGrant grant) {
        List<String> missing =
                NEEDED.stream().filter(scope -> !grant.scopes().contains(scope)).toList();
        if (!missing.isEmpty()) {
            throw new ApiException(
                    422,
                    "TT_SCOPE_MISSING",
                    "The creator did not allow " + String.join(" and ", missing) + "; connect again and allow it.");
        }
    }

    private static ApiException unknownState() {
        return new ApiException(
                400, "OAUTH_STATE_INVALID", "This consent page was used before, is too old, or was never opened.");
    }

    private static ApiException exchangeFailed(Throwable failure) {
        LOGGER.warnf("TikTok did not complete a connection: %s", failure.getMessage());
        return switch ((TikTokException) failure) {
            case TikTokException.ReconnectNeeded dead ->
                new ApiException(
                        400, "OAUTH_CODE_INVALID", "TikTok does not accept this code any more; connect again.");
            case TikTokException.Rejected wrong ->
                new ApiException(
                        502,
                        "TIKTOK_REFUSED",
                        "TikTok refused the app itself: check client key, secret and redirect URI.");
            default -> new ApiException(503, "TIKTOK_UNAVAILABLE", "TikTok did not answer; connect again in a minute.");
        };
    }

    /**
     * A consent page.
     *
     * @param authorizeUrl where the creator's browser goes
     * @param state comes back with the callback
     */
    record ConsentPage(URI authorizeUrl, String state) {}
}
