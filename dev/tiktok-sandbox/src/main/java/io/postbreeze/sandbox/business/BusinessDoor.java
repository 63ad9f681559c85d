package io.postbreeze.sandbox.business;

import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.Token;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Function;

/** Stands before every endpoint of the Business API: token, rate, whose account, in this order. */
final class BusinessDoor {
    private final World world;
    private final AppRate rate = new AppRate();

    BusinessDoor(World world) {
        this.world = world;
        world.onReset(rate::clear);
    }

    /**
     * Who calls for whom.
     *
     * @param token the living token of the call
     * @param creator whose it is
     * @param query what was asked
     */
    record Visit(Token token, Creator creator, Query query) {
        /** Refuses when the creator did not grant a scope. */
        void needs(String scope) {
            if (!token.scopes().contains(scope)) {
                throw BusinessRefusal.forbidden("The user did not authorize the scope " + scope);
            }
        }
    }

    /** Answers a call that needs a token. */
    void handle(RoutingContext call, Function<Visit, JsonObject> answer) {
        open(call, query -> {
            Token token = token(call);
            limit();
            String id = query.required("business_id");
            if (!id.equals(token.openId())) {
                throw BusinessRefusal.forbidden("The access token is not this business_id's");
            }
            Creator creator = world.creator(id).orElseThrow(BusinessRefusal::badToken);
            return answer.apply(new Visit(token, creator, query));
        });
    }

    /** Answers a call that brings its own proof. */
    void open(RoutingContext call, Function<Query, JsonObject> answer) {
        try {
            JsonObject data = answer.apply(new Query(call));
            BusinessEnvelope.write(call, world.now(), 200, 0, "OK", data);
        } catch (BusinessRefusal refusal) {
            BusinessEnvelope.write(
                    call, world.now(), 200, refusal.code(), String.valueOf(refusal.getMessage()), new JsonObject());
        }
    }

    void limit() {
        if (world.settings().limits() && !rate.take(world.now())) {
            throw BusinessRefusal.tooMany();
        }
    }

    /** The header holds the bare token; with a word before it, it is another token, which nobody has. */
    private Token token(RoutingContext call) {
        return Optional.ofNullable(call.request().getHeader("Access-Token"))
                .flatMap(world::access)
                .filter(found -> found.platform() == Token.Platform.BUSINESS)
                .orElseThrow(BusinessRefusal::badToken);
    }
}
