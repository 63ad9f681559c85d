package io.postbreeze.sandbox.business;

import io.postbreeze.sandbox.SandboxConfig.BusinessApp;
import io.postbreeze.sandbox.oauth.Codes;
import io.postbreeze.sandbox.oauth.Consent;
import io.postbreeze.sandbox.oauth.Grants;
import io.postbreeze.sandbox.state.Token;
import io.postbreeze.sandbox.state.Token.Platform;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.JsonObject;

/** Tokens of the Business API: JSON in, its envelope out, and a refresh token that stays good. */
final class BusinessTokens {
    private final World world;
    private final BusinessApp app;
    private final Codes codes;
    private final Grants grants;

    BusinessTokens(World world, BusinessApp app, Codes codes, Grants grants) {
        this.world = world;
        this.app = app;
        this.codes = codes;
        this.grants = grants;
    }

    /** {@code tt_user/oauth2/token/}. */
    JsonObject exchange(Query query) {
        authenticate(query);
        grant(query, "authorization_code");
        Consent consent = codes.take(query.body("auth_code"), Platform.BUSINESS)
                .orElseThrow(() -> BusinessRefusal.badParameter("auth_code: is invalid, used or expired"));
        if (!consent.redirectUri().equals(query.body("redirect_uri"))) {
            throw BusinessRefusal.badParameter("redirect_uri: is not the one the code was asked with");
        }
        return view(grants.give(consent.openId(), consent.scopes(), Platform.BUSINESS, null));
    }

    /** {@code tt_user/oauth2/refresh_token/}: the same refresh token comes back, with the life it has left. */
    JsonObject refresh(Query query) {
        authenticate(query);
        grant(query, "refresh_token");
        Token old = world.refresh(query.body("refresh_token"))
                .filter(BusinessTokens::isOurs)
                .orElseThrow(() -> BusinessRefusal.badParameter("refresh_token: is invalid or expired"));
        Grants.Pair pair = grants.give(old.openId(), old.scopes(), Platform.BUSINESS, null);
        world.forgetToken(pair.refresh().value());
        return view(pair.beside(old));
    }

    /** {@code tt_user/oauth2/revoke/}: ends all of a creator's tokens of this platform, and of no other. */
    JsonObject revoke(Query query) {
        authenticate(query);
        world.forgetTokens(living(query).openId(), Platform.BUSINESS);
        return new JsonObject();
    }

    /** {@code tt_user/token_info/get/}: what a token is good for. */
    JsonObject info(Query query) {
        if (!app.id().equals(query.body("app_id"))) {
            throw BusinessRefusal.badParameter("app_id: is not an app");
        }
        Token token = living(query);
        return new JsonObject()
                .put("app_id", app.id())
                .put("creator_id", token.openId())
                .put("scope", scope(token));
    }

    private Token living(Query query) {
        return world.access(query.body("access_token"))
                .filter(BusinessTokens::isOurs)
                .orElseThrow(BusinessRefusal::badToken);
    }

    private void authenticate(Query query) {
        boolean isKnown = app.id().equals(query.body("client_id"));
        boolean isProven = app.secret().equals(query.body("client_secret"));
        if (!isKnown || !isProven) {
            throw BusinessRefusal.badParameter("client_id or client_secret: is incorrect");
        }
    }

    private static void grant(Query query, String type) {
        if (!query.body("grant_type").equals(type)) {
            throw BusinessRefusal.badParameter("grant_type: must be " + type);
        }
    }

    private JsonObject view(Grants.Pair pair) {
        return new JsonObject()
                .put("access_token", pair.access().value())
                .put("expires_in", pair.accessSeconds())
                .put("refresh_token", pair.refresh().value())
                .put("refresh_token_expires_in", pair.refreshSeconds())
                .put("open_id", pair.access().openId())
                .put("scope", scope(pair.access()))
                .put("token_type", "Bearer");
    }

    private static String scope(Token token) {
        return String.join(",", token.scopes().stream().sorted().toList());
    }

    private static boolean isOurs(Token token) {
        return token.platform() == Platform.BUSINESS;
    }
}
