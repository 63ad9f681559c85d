package io.postbreeze.analytics.refresh;

import io.postbreeze.analytics.refresh.AccountTokensClient.Question;
import io.postbreeze.api.Secrets;
import io.postbreeze.tiktok.AccessToken;
import io.postbreeze.tiktok.TikTokException;
import io.postbreeze.tiktok.TokenSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Gets access tokens from post-api, which alone keeps and refreshes them. Nothing is remembered here. */
@ApplicationScoped
class PostApiTokens implements TokenSource {
    private final AccountTokensClient postApi;

    PostApiTokens(@RestClient AccountTokensClient postApi) {
        this.postApi = postApi;
    }

    @Override
    public Uni<AccessToken> accessToken(String accountId) {
        return ask(accountId, new Question(null));
    }

    @Override
    public Uni<AccessToken> replacement(String accountId, AccessToken rejected) {
        return ask(accountId, new Question(Secrets.sha256(rejected.value())));
    }

    private Uni<AccessToken> ask(String accountId, Question question) {
        return postApi.accessToken(accountId, question)
                .map(answer -> new AccessToken(answer.accessToken()))
                .onFailure()
                .transform(PostApiTokens::failure);
    }

    private static TikTokException failure(Throwable cause) {
        int status = cause instanceof WebApplicationException answer
                ? answer.getResponse().getStatus()
                : 0;
        return switch (status) {
            case 404 -> new TikTokException.ReconnectNeeded("account_unknown", null);
            case 409 -> new TikTokException.ReconnectNeeded("account_needs_reconnect", null);
            default -> new TikTokException.Unavailable("access_token_unavailable", null, cause);
        };
    }
}
