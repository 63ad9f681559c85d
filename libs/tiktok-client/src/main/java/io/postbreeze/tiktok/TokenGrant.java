package io.postbreeze.tiktok;

import java.time.Duration;
import java.util.Set;

/**
 * A pair of tokens and what they are good for. Store it before using it: the previous refresh token may be dead.
 *
 * @param openId the creator's id within this application
 * @param scopes what the creator granted, which can be less than was asked
 * @param accessToken the new access token
 * @param expiresIn life of the access token from now
 * @param refreshToken the newest refresh token, the only one to keep
 * @param refreshExpiresIn life of the refresh token
 */
public record TokenGrant(
        String openId,
        Set<String> scopes,
        AccessToken accessToken,
        Duration expiresIn,
        RefreshToken refreshToken,
        Duration refreshExpiresIn) {

    public TokenGrant {
        scopes = Set.copyOf(scopes);
    }
}
