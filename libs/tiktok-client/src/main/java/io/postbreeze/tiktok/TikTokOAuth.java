package io.postbreeze.tiktok;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Connecting an account and keeping it connected. Every Uni fails with a {@link TikTokException} only:
 * {@code ReconnectNeeded} (the code or refresh token is dead), {@code Rejected} (this application is set up wrongly),
 * {@code Throttled}, {@code Unavailable}, {@code MalformedAnswer}, and {@code OutcomeUnknown} when the answer to an
 * exchange or a refresh was lost. After a lost refresh the old refresh token may be dead; trying it once more tells.
 */
public interface TikTokOAuth {

    /**
     * The address of the consent page for a creator's browser. Pure: nothing is sent.
     *
     * @param redirectUri registered with TikTok, and repeated exactly in {@link #exchange}
     * @param scopes what to ask the creator for
     * @param state an unguessable value that comes back unchanged
     * @param codeVerifier for desktop and mobile clients, repeated in {@link #exchange}; null for web
     */
    URI authorizeUrl(URI redirectUri, List<String> scopes, String state, @Nullable String codeVerifier);

    /**
     * Turns the code of the callback into tokens. A code works once, and a failed exchange burns it too.
     *
     * @param code as the callback gave it, URL-decoded
     * @param redirectUri exactly the one of {@link #authorizeUrl}
     * @param codeVerifier the one of {@link #authorizeUrl}; null for web
     */
    Uni<TokenGrant> exchange(String code, URI redirectUri, @Nullable String codeVerifier);

    /** Buys a new pair. One refresh at a time per account: two at once can kill each other's tokens. */
    Uni<TokenGrant> refresh(RefreshToken refreshToken);

    /** Disconnects the creator from this application; needs a live access token. */
    Uni<Void> revoke(AccessToken token);
}
