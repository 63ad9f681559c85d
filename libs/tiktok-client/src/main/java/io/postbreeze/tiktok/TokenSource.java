package io.postbreeze.tiktok;

import io.smallrye.mutiny.Uni;

/**
 * Where services that do not own the token vault get a creator's access token. Its Unis fail with
 * {@link TikTokException.ReconnectNeeded} when only the creator can help, and with {@link TikTokException.Unavailable}
 * when asking later can.
 */
public interface TokenSource {

    /**
     * A token that should be alive.
     *
     * @param accountId the social account's id, {@code soc_…}
     */
    Uni<AccessToken> accessToken(String accountId);

    /**
     * Another token in place of one that TikTok has just refused.
     *
     * @param accountId the social account's id, {@code soc_…}
     * @param rejected the refused token; when a newer one exists already, that is the answer
     */
    Uni<AccessToken> replacement(String accountId, AccessToken rejected);
}
