package io.postbreeze.sandbox.oauth;

import io.postbreeze.sandbox.SandboxConfig;
import io.postbreeze.sandbox.http.Reply;
import io.postbreeze.sandbox.state.Token;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Codes and refresh tokens against tokens. A refresh token works once: its answer brings the next. */
public final class TokenEndpoint {
    private static final int REVOKED_BY_DEVELOPER = 5;

    private static final int CLIENT_TOKEN_SECONDS = 7_200;

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
            case "client_credentials" -> clientToken();
            default -> throw new OAuthError("unsupported_grant_type", "The grant type is not supported.");
        });
    }

    /** {@code POST /v2/oauth/revoke/}: takes a living access token. */
    public void revoke(RoutingContext call) {
        answer(call, form -> {
            Token token = world.access(required(form, "token"))
                    .filter(TokenEndpoint::isOurs)
                    .orElseThrow(() -> new OAuthError("invalid_request", "The token is invalid or expired."));
            world.disconnect(token.openId(), REVOKED_BY_DEVELOPER);
            return new JsonObject();
        });
    }

    private JsonObject exchange(RoutingContext form) {
        Consent consent = codes.take(required(form, "code"), Token.Platform.V2)
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
                .filter(TokenEndpoint::isOurs)
                .orElseThrow(() -> new OAuthError("invalid_grant", "Refresh token is invalid or expired."));
        Grants.Pair pair = grants.give(old.openId(), old.scopes(), Token.Platform.V2, null);
        if (!world.settings().tokenProfile().equals("legacy")) {
            world.forgetToken(old.value());
            return view(pair);
        }
        // The old pages count a refresh token's life from its first issue, so it comes back as it was.
        world.forgetToken(pair.refresh().value());
        return view(pair.beside(old));
    }

    /** For research endpoints, which the sandbox does not have; so the token opens nothing here. */
    private JsonObject clientToken() {
        return new JsonObject()
                .put("access_token", "clt." + world.secret())
                .put("expires_in", CLIENT_TOKEN_SECONDS)
                .put("token_type", "Bearer");
    }

    private JsonObject grant(String openId, Set<String> scopes) {
        return view(grants.give(openId, scopes, Token.Platform.V2, null));
    }

    private JsonObject view(Grants.Pair pair) {
        return new JsonObject()
                .put("open_id", pair.access().openId())
                .put(
                        "scope",
                        String.join(
                                ",", pair.access().scopes().stream().sorted().toList()))
                .put("access_token", pair.access().value())
                .put("expires_in", pair.accessSeconds())
                .put("refresh_token", pair.refresh().value())
                .put("refresh_expires_in", pair.refreshSeconds())
                .put("token_type", "Bearer");
    }

    private static boolean isOurs(Token token) {
        return token.platform() == Token.Platform.V2;
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
                .setStatusCode(status(body.getString("error")))
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("Cache-Control", "no-store");
        Reply.send(call, body.encode());
    }

    /** 200 for everything, as the live API has it; or what the standard says. */
    private int status(@Nullable String error) {
        if (error == null || world.settings().oauthErrorStatus() == 200) {
            return 200;
        }
        return error.equals("invalid_client") ? 401 : 400;
    }

    private void authenticate(RoutingContext call) {
        String type = call.request().getHeader("Content-Type");
        if (type == null || !type.startsWith("application/x-www-form-urlencoded")) {
            throw new OAuthError("invalid_request", "The request parameters are malformed.");
        }
        if (param(call, "client_secret") == null) {
            throw new OAuthError("invalid_request", "Client secret is missed in request.");
        }
        if (config.business().id().equals(param(call, "client_key"))
                && config.business().secret().equals(param(call, "client_secret"))) {
            throw new OAuthError("unauthorized_client", "The client is registered with the Business API only.");
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
