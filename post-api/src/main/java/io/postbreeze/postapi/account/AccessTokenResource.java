package io.postbreeze.postapi.account;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;

/** Gives our services what they need to speak to TikTok for an account. */
@Path("/internal/v1/accounts")
class AccessTokenResource {
    private final AccessTokens tokens;

    AccessTokenResource(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @POST
    @Path("/{accountId}/access-token")
    public Uni<AccessTokens.HandedToken> hand(@PathParam("accountId") String accountId, @Nullable Wish wish) {
        return tokens.hand(accountId, wish == null ? null : wish.rejectedTokenSha256());
    }

    /**
     * What is known of the last token.
     *
     * @param rejectedTokenSha256 SHA-256 of the token that TikTok refused, lower-case hex; null when none was
     */
    record Wish(@Nullable String rejectedTokenSha256) {}
}
