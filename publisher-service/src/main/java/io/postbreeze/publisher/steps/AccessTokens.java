package io.postbreeze.publisher.steps;

import io.postbreeze.publisher.failure.Failure;
import io.postbreeze.publisher.failure.FailureKind;
import io.postbreeze.tiktok.AccessToken;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Access tokens from post-api, remembered in memory for as long as they live. */
@ApplicationScoped
class AccessTokens {
    private static final Duration SPARE = Duration.ofSeconds(90);
    private static final int MOST = 10_000;

    private final AccountsClient accounts;
    private final Clock clock;
    private final Map<String, Access> known = new ConcurrentHashMap<>();

    AccessTokens(@RestClient AccountsClient accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A token that should work; fails with {@link StepException}. */
    Uni<Access> of(String accountId) {
        Access access = known.get(accountId);
        return access != null && clock.instant().plus(SPARE).isBefore(access.expiresAt())
                ? Uni.createFrom().item(access)
                : ask(accountId, null);
    }

    /** A token in place of one that TikTok refused; fails with {@link StepException}. */
    Uni<Access> replace(String accountId, @Nullable Access rejected) {
        known.remove(accountId);
        return ask(accountId, rejected == null ? null : sha256(rejected.token().value()));
    }

    private Uni<Access> ask(String accountId, @Nullable String rejected) {
        return accounts.accessToken(accountId, new AccountsClient.Question(rejected))
                .map(answer -> remember(accountId, answer))
                .onFailure()
                .transform(AccessTokens::failure);
    }

    private Access remember(String accountId, AccountsClient.Answer answer) {
        if (known.size() >= MOST) {
            known.clear();
        }
        Access access = new Access(new AccessToken(answer.accessToken()), answer.expiresAt(), answer.username());
        known.put(accountId, access);
        return access;
    }

    private static StepException failure(Throwable thrown) {
        int status = thrown instanceof WebApplicationException answer
                ? answer.getResponse().getStatus()
                : 0;
        return switch (status) {
            case 404 -> StepException.unusable("ACCOUNT_NOT_FOUND", "The account is no longer connected.");
            case 409 ->
                new StepException(Failure.of(FailureKind.RECONNECT_NEEDED, "account_needs_reconnect")
                        .because("The account must be connected again"));
            default ->
                new StepException(Failure.of(FailureKind.SERVICE_UNAVAILABLE, "access_token_unavailable")
                        .because("The access token could not be had yet"));
        };
    }

    private static String sha256(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
