package io.postbreeze.postapi.account;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.PublicEndpoint;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where TikTok sends a creator's browser back to; scripts get JSON when they ask for it. */
@Path("/api/v1/oauth/tiktok")
@PublicEndpoint
class OAuthCallbackResource {
    private final ConnectAccount connect;

    OAuthCallbackResource(ConnectAccount connect) {
        this.connect = connect;
    }

    @GET
    @Path("/callback")
    public Uni<Response> callback(
            @QueryParam("code") @Nullable String code,
            @QueryParam("state") @Nullable String state,
            @QueryParam("error") @Nullable String error,
            @HeaderParam("Accept") @Nullable String accept) {
        boolean json = accept != null && accept.contains(MediaType.APPLICATION_JSON);
        return result(code, state, error)
                .map(accountId -> json ? asJson(accountId) : page(200, "Connected", "You can close this page."))
                .onFailure(failure -> !json && failure instanceof ApiException)
                .recoverWithItem(failure -> failed((ApiException) failure));
    }

    private Uni<String> result(@Nullable String code, @Nullable String state, @Nullable String error) {
        if (state == null || state.isBlank()) {
            return Uni.createFrom().failure(new ApiException(400, "OAUTH_STATE_INVALID", "state is missing."));
        }
        if (error != null) {
            return connect.refuse(state)
                    .chain(() -> Uni.createFrom()
                            .failure(new ApiException(403, "OAUTH_REFUSED", "The creator did not give permission.")));
        }
        if (code == null || code.isBlank()) {
            return Uni.createFrom().failure(new ApiException(400, "OAUTH_CODE_INVALID", "code is missing."));
        }
        return connect.complete(code, state);
    }

    private static Response asJson(String accountId) {
        return Response.ok(Map.of("accountId", accountId), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static Response failed(ApiException failure) {
        return page(failure.status(), "Not connected", failure.explanation());
    }

    // Only sentences of our own reach this page, so there is nothing to escape.
    private static Response page(int status, String title, String text) {
        String html = """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
                <style>body{font:16px/1.5 system-ui;display:grid;place-items:center;min-height:90vh;margin:0}
                main{text-align:center;max-width:32rem;padding:2rem}h1{margin:0 0 .5rem}</style></head>
                <body><main><h1>%1$s</h1><p>%2$s</p></main></body></html>
                """.formatted(title, text);
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .entity(html)
                .build();
    }
}
