package io.postbreeze.postapi.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postbreeze.api.ApiException;
import io.postbreeze.postapi.Api;
import io.postbreeze.tiktok.AccessToken;
import io.postbreeze.tiktok.RefreshToken;
import io.postbreeze.tiktok.TikTokException;
import io.postbreeze.tiktok.TikTokOAuth;
import io.postbreeze.tiktok.TokenGrant;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real database and vault; a TikTok that answers a refresh as each test wants. */
@QuarkusTest
class AccessTokensIT {
    @Inject
    SocialAccounts accounts;

    @Inject
    AccountTokens tokens;

    @Inject
    AccountAnnouncements announcements;

    @Inject
    Clock clock;

    @Inject
    Pool pool;

    private String account;

    @BeforeEach
    void connect() {
        account = Api.connect("sandbox_newcomer");
    }

    @Test
    void whileTikTokIsDownATokenThatStillWorksIsHandedOut() throws Throwable {
        FakeOAuth down = new FakeOAuth(AccessTokensIT::down);
        endsIn("4 minutes");

        assertThat(hand(down, null)).startsWith("act.");
        assertThat(down.refreshes).hasValue(1);
    }

    @Test
    void whileTikTokIsDownADeadTokenIsNotHandedOut() {
        FakeOAuth down = new FakeOAuth(AccessTokensIT::down);
        endsIn("-1 minutes");

        isUnavailable(() -> hand(down, null));
        assertThat(down.refreshes).hasValue(1);
    }

    @Test
    void aTokenThatIsShorterThanOurMarginIsHandedOutAfterOneRefresh() throws Throwable {
        FakeOAuth brief = new FakeOAuth(() -> granted(Duration.ofMinutes(1)));
        endsIn("4 minutes");

        assertThat(hand(brief, null)).isEqualTo("act.fresh");
        assertThat(brief.refreshes).hasValue(1);
    }

    @Test
    void aTokenThatIsAsGoodAsDeadWhenItComesIsNotAskedForAgainAndAgain() {
        FakeOAuth dying = new FakeOAuth(() -> granted(Duration.ofSeconds(5)));
        endsIn("-1 minutes");

        isUnavailable(() -> hand(dying, null));
        assertThat(dying.refreshes).hasValue(1);
    }

    @Test
    void aPairThatComesAfterTheLeaseBeatsTheVerdictOverTheOldOne() throws Throwable {
        FakeOAuth slow = new FakeOAuth(() -> meanwhile("TOKEN_EXPIRED"));
        endsIn("-1 minutes");

        assertThat(hand(slow, null)).isEqualTo("act.fresh");
        assertThat(status()).isEqualTo("ACTIVE");
    }

    @Test
    void newTokensDoNotUndoThatTheCreatorSaidNo() {
        FakeOAuth slow = new FakeOAuth(() -> meanwhile("REVOKED"));
        endsIn("-1 minutes");

        assertThatThrownBy(() -> hand(slow, null)).isInstanceOf(ApiException.class);
        assertThat(status()).isEqualTo("REVOKED");
    }

    /** While TikTok answers, somebody else takes the lease and leaves a verdict. */
    private Uni<TokenGrant> meanwhile(String verdict) {
        return pool.query("update social_accounts set refresh_fence = refresh_fence + 1, status = '" + verdict
                        + "' where id = '" + account + "'")
                .execute()
                .chain(() -> granted(Duration.ofHours(24)));
    }

    private String status() {
        return pool.query("select status from social_accounts where id = '" + account + "'")
                .executeAndAwait()
                .iterator()
                .next()
                .getString(0);
    }

    private static Uni<TokenGrant> down() {
        return Uni.createFrom().failure(new TikTokException.Unavailable("connection_refused", null, null));
    }

    private static Uni<TokenGrant> granted(Duration life) {
        return Uni.createFrom()
                .item(new TokenGrant(
                        "open",
                        Set.of("video.publish"),
                        new AccessToken("act.fresh"),
                        life,
                        new RefreshToken("rft.fresh"),
                        Duration.ofDays(365)));
    }

    private void endsIn(String interval) {
        pool.query("update social_accounts set token_expires_at = now() + interval '" + interval + "' where id = '"
                        + account + "'")
                .executeAndAwait();
    }

    private String hand(TikTokOAuth oauth, @Nullable String rejectedSha256) throws Throwable {
        TokenRefresh refresh = new TokenRefresh(accounts, tokens, announcements, oauth, clock);
        AccessTokens hands = new AccessTokens(accounts, tokens, refresh, clock);
        return VertxContextSupport.subscribeAndAwait(() -> hands.hand(account, rejectedSha256)
                        .ifNoItem()
                        .after(Duration.ofSeconds(15))
                        .fail())
                .accessToken();
    }

    private static void isUnavailable(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ApiException.class, failure -> {
            assertThat(failure.status()).isEqualTo(503);
            assertThat(failure.code()).isEqualTo("TIKTOK_UNAVAILABLE");
        });
    }

    /** Counts refreshes; after a hundred it is clear that nobody will stop by himself. */
    private static final class FakeOAuth implements TikTokOAuth {
        private final AtomicInteger refreshes = new AtomicInteger();
        private final Supplier<Uni<TokenGrant>> answer;

        FakeOAuth(Supplier<Uni<TokenGrant>> answer) {
            this.answer = answer;
        }

        @Override
        public Uni<TokenGrant> refresh(RefreshToken refreshToken) {
            return refreshes.incrementAndGet() > 100
                    ? Uni.createFrom().failure(new AssertionError("Over a hundred refreshes for one question"))
                    : answer.get();
        }

        @Override
        public URI authorizeUrl(URI redirectUri, List<String> scopes, String state, @Nullable String codeVerifier) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<TokenGrant> exchange(String code, URI redirectUri, @Nullable String codeVerifier) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Void> revoke(AccessToken token) {
            throw new UnsupportedOperationException();
        }
    }
}
