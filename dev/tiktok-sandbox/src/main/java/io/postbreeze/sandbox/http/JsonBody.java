package io.postbreeze.sandbox.http;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Reads request bodies the way TikTok does: what is not of its type is an invalid parameter. */
public final class JsonBody {
    private static final String BAD_INFO = "The request post info is empty or incorrect";

    private JsonBody() {}

    /** The whole body. */
    public static JsonObject of(RoutingContext call) {
        try {
            JsonObject body = call.body().asJsonObject();
            if (body == null) {
                throw Refusal.invalidParams("The request body is empty");
            }
            return body;
        } catch (DecodeException | ClassCastException e) {
            throw Refusal.invalidParams("The request body is not valid JSON");
        }
    }

    /** An object within it. */
    public static JsonObject object(JsonObject parent, String name) {
        if (parent.getValue(name) instanceof JsonObject child) {
            return child;
        }
        throw Refusal.invalidParams("The request " + name.replace('_', ' ') + " is empty or incorrect");
    }

    /** A text, null when it is not there. */
    public static @Nullable String text(JsonObject parent, String name) {
        return switch (parent.getValue(name)) {
            case null -> null;
            case String text -> text;
            default -> throw Refusal.invalidParams(BAD_INFO);
        };
    }

    /** A truth value, false when it is not there. */
    public static boolean flag(JsonObject parent, String name) {
        return switch (parent.getValue(name)) {
            case null -> false;
            case Boolean flag -> flag;
            default -> throw Refusal.invalidParams(BAD_INFO);
        };
    }

    /** A whole number; it must be there. */
    public static long number(JsonObject parent, String name) {
        return switch (parent.getValue(name)) {
            case Integer number -> number;
            case Long number -> number;
            case null, default -> throw Refusal.invalidParams("The request " + name + " is empty or incorrect");
        };
    }
}
