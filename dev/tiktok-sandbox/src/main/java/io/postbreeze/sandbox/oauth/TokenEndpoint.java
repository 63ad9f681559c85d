package io.postbreeze.sandbox.oauth;

import io.postbreeze.sandbox.SandboxConfig;
import io.postbreeze.sandbox.http.Reply;
import io.postbreeze.sandbox.state.Token;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Codes and refresh tokens against tokens. A refresh token works once: its answer brings the next. */
public final class TokenEndpoint {
    private static final int REVOKED_BY_DEVELOPER = 5;

    private final World world;
    private final SandboxConfig config;
    private final Codes codes;
    private final Grants grants;

    /** An endpoint that accepts a page's codes. */
    public TokenEndpoint(World world, SandboxConfig config, Codes codes, Grants grants) {
        this.world = world;
        this.config = config;
        this.codes = codes;
        this.grants = grants;
    }

    /** {@code POST /v2/oauth/token/}. */
    public void token(RoutingContext call) {
        answer(call, form -> switch (required(form, "grant_type")) {
            case "authorization_code" -> exchange(form);
            case "refresh_token" -> refresh(form);
            default -> throw new OAuthError("unsupported_grant_type", "The grant type is not supported.");
        });
    }

    /** {@code POST /v2/oauth/revoke/}: takes a living access token. */
    public void revoke(RoutingContext call) {
        answer(call, form -> {
            Token token = world.access(required(form, "token"))
                    .orElseThrow(() -> new OAuthError("invalid_request", "The token is invalid or expired."));
            world.disconnect(token.openId(), REVOKED_BY_DEVELOPER);
            return new JsonObject();
        });
    }

    private JsonObject exchange(RoutingContext form) {
        Consent consent = codes.take(required(form, "code"))
                .orElseThrow(() -> new OAuthError("invalid_grant", "Authorization code is expired."));
        if (!consent.redirectUri().equals(required(form, "redirect_uri"))) {
            throw new OAuthError("invalid_request", "Redirect_uri is not matched with the uri when requesting code.");
        }
        if (!Pkce.answers(consent.challenge(), param(form, "code_verifier"))) {
            throw new OAuthError("invalid_request", "Code verifier or code challenge is invalid.");
        }
        return grant(consent.openId(), consent.scopes());
    }

    private JsonObject refresh(RoutingContext form) {
        Token old = world.refresh(required(form, "refresh_token"))
                .orElseThrow(() -> new OAuthError("invalid_grant", "Refresh token is invalid or expired."));
        JsonObject renewed = grant(old.openId(), old.scopes());
        world.forgetToken(old.value());
        return renewed;
    }

    private JsonObject grant(String openId, Set<String> scopes) {
        Grants.Pair pair = grants.give(openId, scopes, Token.Platform.V2, null);
        return new JsonObject()
                .put("open_id", openId)
                .put("scope", String.join(",", scopes.stream().sorted().toList()))
                .put("access_token", pair.access().value())
                .put("expires_in", seconds(pair.access()))
                .put("refresh_token", pair.refresh().value())
                .put("refresh_expires_in", seconds(pair.refresh()))
                .put("token_type", "Bearer");
    }

    private long seconds(Token token) {
        return Duration.between(world.now(), token.expiresAt()).toSeconds();
    }

    private void answer(RoutingContext call, Function<RoutingContext, JsonObject> work) {
        JsonObject body;
        try {
            authenticate(call);
            body = work.apply(call);
            call.put("code", "ok");
        } catch (OAuthError refusal) {
            call.put("code", refusal.error());
            body = new JsonObject()
                    .put("error", refusal.error())
                    .put("error_description", refusal.getMessage())
                    .put("log_id", world.secret());
        }
        call.response()
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("Cache-Control", "no-store");
        Reply.send(call, body.encode());
    }

    private void authenticate(RoutingContext call) {
        String type = call.request().getHeader("Content-Type");
        if (type == null || !type.startsWith("application/x-www-form-urlencoded")) {
            throw new OAuthError("invalid_request", "The request parameters are malformed.");
        }
        if (param(call, "client_secret") == null) {
            throw new OAuthError("invalid_request", "Client secret is missed in request.");
        }
        if (!config.clientKey().equals(param(call, "client_key"))
                || !Objects.equals(config.clientSecret(), param(call, "client_secret"))) {
            throw new OAuthError("invalid_client", "Client key or secret is incorrect.");
        }
    }

    private static String required(RoutingContext form, String name) {
        String value = param(form, name);
        if (value == null || value.isEmpty()) {
            throw new OAuthError("invalid_request", "The request parameters are malformed.");
        }
        return value;
    }

    private static @Nullable String param(RoutingContext form, String name) {
        return form.request().getFormAttribute(name);
    }
}
