package io.postbreeze.postapi.account;

import io.postbreeze.postapi.vault.TokenVault;
import io.postbreeze.postapi.vault.VaultConfig;
import io.postbreeze.tiktok.AccessToken;
import io.postbreeze.tiktok.RefreshToken;
import io.postbreeze.tiktok.TokenGrant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Moves tokens between an account's row, where they are sealed, and memory, where they are not. */
@ApplicationScoped
class AccountTokens {
    private final TokenVault vault;

    AccountTokens(VaultConfig config) {
        this.vault = TokenVault.of(config);
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
