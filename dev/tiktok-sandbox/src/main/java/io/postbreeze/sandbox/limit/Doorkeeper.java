package io.postbreeze.sandbox.limit;

import io.postbreeze.sandbox.http.Credentials;
import io.postbreeze.sandbox.http.Envelope;
import io.postbreeze.sandbox.http.Refusal;
import io.postbreeze.sandbox.state.Settings;
import io.postbreeze.sandbox.state.Token;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BiFunction;

/** Stands before every v2 endpoint: token, scope, limit, in this order. */
public final class Doorkeeper {
    private final World world;
    private final SlidingWindow window = new SlidingWindow();

    /** A door to a world. */
    public Doorkeeper(World world) {
        this.world = world;
        world.onReset(window::clear);
    }

    /** Lets a call through to its answer, or refuses it in the envelope. */
    public void handle(RoutingContext call, Endpoint endpoint, BiFunction<RoutingContext, Token, JsonObject> answer) {
        try {
            Envelope.ok(call, world.now(), answer.apply(call, admit(call, endpoint)));
        } catch (Refusal refusal) {
            Envelope.refuse(call, world.now(), inTheWordOf(world.settings(), refusal));
        }
    }

    private static Refusal inTheWordOf(Settings settings, Refusal refusal) {
        return refusal.code().equals("invalid_params")
                ? new Refusal(refusal.status(), settings.invalidParamsWord(), String.valueOf(refusal.getMessage()))
                : refusal;
    }

    private Token admit(RoutingContext call, Endpoint endpoint) {
        Token token = Credentials.bearer(call.request())
                .flatMap(world::access)
                .filter(found -> found.platform() == Token.Platform.V2)
                .orElseThrow(Refusal::badToken);
        if (!endpoint.isOpenTo(token.scopes())) {
            throw Refusal.badScope();
        }
        if (world.settings().limits() && !window.take(token.value() + endpoint, endpoint.perMinute(), world.now())) {
            throw new Refusal(429, "rate_limit_exceeded", "The API rate limit was exceeded. Try again later.");
        }
        return token;
    }
}
