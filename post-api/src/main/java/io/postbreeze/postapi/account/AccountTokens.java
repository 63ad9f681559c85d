package io.postbreeze.postapi.account;

import io.postbreeze.tiktok.AccessToken;
import io.postbreeze.tiktok.RefreshToken;
import io.postbreeze.tiktok.TokenGrant;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Moves tokens between an account's row, where they are sealed, and memory, where they are not. */
@ApplicationScoped
class AccountTokens {
    private final TokenVault vault;

    AccountTokens(VaultConfig config) {
        Map<String, String> keys = new HashMap<>(config.retired());
        keys.put(config.keyId(), config.key());
        this.vault = new TokenVault(config.keyId(), keys, new SecureRandom());
    }

    AccessToken access(SocialAccount account) {
        return new AccessToken(vault.open(account.tokenKeyId, account.accessTokenSealed, accessPlace(account)));
    }

    RefreshToken refresh(SocialAccount account) {
        return new RefreshToken(vault.open(account.tokenKeyId, account.refreshTokenSealed, refreshPlace(account)));
    }

    /** Puts a new pair into the row; expiry counts from {@code now}. */
    void store(SocialAccount account, TokenGrant grant, Instant now) {
        account.tokenKeyId = vault.keyId();
        account.accessTokenSealed = vault.seal(grant.accessToken().value(), accessPlace(account));
        account.refreshTokenSealed = vault.seal(grant.refreshToken().value(), refreshPlace(account));
        account.tokenExpiresAt = now.plus(grant.expiresIn());
        account.refreshExpiresAt = now.plus(grant.refreshExpiresIn());
        account.scopes = String.join(",", grant.scopes().stream().sorted().toList());
        account.status = AccountStatus.ACTIVE;
        account.lastRefreshError = null;
    }

    private static String accessPlace(SocialAccount account) {
        return account.id + "/access";
    }

    private static String refreshPlace(SocialAccount account) {
        return account.id + "/refresh";
    }
}
