package io.postbreeze.tiktok;

import java.net.URI;

/**
 * This application as TikTok's developer portal knows it.
 *
 * @param authorizeUrl the consent page that a creator's browser is sent to
 * @param clientKey TikTok's {@code client_key}, public
 * @param clientSecret TikTok's {@code client_secret}; kept out of {@link #toString()}
 */
public record OAuthClient(URI authorizeUrl, String clientKey, String clientSecret) {

    @Override
    public String toString() {
        return "OAuthClient[" + clientKey + "]";
    }
}
