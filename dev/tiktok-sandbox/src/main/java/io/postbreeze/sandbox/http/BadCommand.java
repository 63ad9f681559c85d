package io.postbreeze.sandbox.http;

import io.vertx.core.Handler;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** A command to the sandbox that cannot be carried out. */
public final class BadCommand extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String field;

    /** 400 about a field. */
    public BadCommand(String field, String rule) {
        this(400, field, (field + " " + rule).strip());
    }

    private BadCommand(int status, String field, String message) {
        super(message, null, false, false);
        this.status = status;
        this.field = field;
    }

    /** 404 about what does not exist. */
    public static BadCommand unknown(String what) {
        return new BadCommand(404, "", what + " does not exist");
    }

    /** 409 about what cannot be done now. */
    public static BadCommand conflict(String message) {
        return new BadCommand(409, "", message);
    }

    /** Carries a command out, or says why not. */
    public static Handler<RoutingContext> guard(Handler<RoutingContext> command) {
        return call -> {
            try {
                command.handle(call);
            } catch (BadCommand refusal) {
                refusal.answer(call);
            }
        };
    }

    private void answer(RoutingContext call) {
        JsonObject body = new JsonObject();
        if (!field.isEmpty()) {
            body.put("field", field);
        }
        Json.answer(call, status, body.put("message", getMessage()));
    }
}
