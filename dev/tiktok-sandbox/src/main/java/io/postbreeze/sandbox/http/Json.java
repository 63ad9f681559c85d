package io.postbreeze.sandbox.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Answers of the sandbox's own side: plain JSON without TikTok's envelope. */
public final class Json {
    private Json() {}

    /** An object. */
    public static void answer(RoutingContext call, int status, JsonObject body) {
        write(call, status, body.encodePrettily());
    }

    /** A list. */
    public static void answer(RoutingContext call, int status, JsonArray body) {
        write(call, status, body.encodePrettily());
    }

    private static void write(RoutingContext call, int status, String body) {
        call.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .end(body);
    }
}
