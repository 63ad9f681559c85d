package io.postbreeze.sandbox.http;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a command's JSON strictly: a field of the wrong kind is refused, and so is one that nobody knows. */
public final class Fields {
    private final JsonObject body;
    private final Set<String> known = new LinkedHashSet<>();

    private Fields(JsonObject body) {
        this.body = body;
    }

    /** An object that was read already. */
    public static Fields of(JsonObject body) {
        return new Fields(body);
    }

    /** The body of a call; an empty one is an empty object. */
    public static Fields of(RoutingContext call) {
        try {
            JsonObject body = call.body().isEmpty() ? null : call.body().asJsonObject();
            return new Fields(body == null ? new JsonObject() : body);
        } catch (DecodeException | ClassCastException e) {
            throw new BadCommand("", "the body must be a JSON object");
        }
    }

    /** Whether a field is there, even if it is null. */
    public boolean has(String name) {
        known.add(name);
        return body.containsKey(name);
    }

    /** A text, or what is taken for it when it is not there. */
    public @Nullable String text(String name) {
        return switch (value(name)) {
            case null -> null;
            case String text -> text;
            default -> throw new BadCommand(name, "must be a text");
        };
    }

    public String text(String name, String fallback) {
        String text = text(name);
        return text == null ? fallback : text;
    }

    /** A text that must be there. */
    public String required(String name) {
        String text = text(name);
        if (text == null || text.isBlank()) {
            throw new BadCommand(name, "is required");
        }
        return text;
    }

    /** A truth value, or what is taken for it when it is not there. */
    public boolean flag(String name, boolean fallback) {
        Boolean flag = flag(name);
        return flag == null ? fallback : flag;
    }

    public @Nullable Boolean flag(String name) {
        return switch (value(name)) {
            case null -> null;
            case Boolean flag -> flag;
            default -> throw new BadCommand(name, "must be true or false");
        };
    }

    /** A whole number from 0 to {@code most}, or what is taken for it when it is not there. */
    public long number(String name, long fallback, long most) {
        Long number = number(name, most);
        return number == null ? fallback : number;
    }

    /** A whole number from 0 to {@code most}, null when it is not there. */
    public @Nullable Long number(String name, long most) {
        long number = switch (value(name)) {
            case null -> -1;
            case Integer found when found >= 0 -> found;
            case Long found when found >= 0 -> found;
            default -> throw new BadCommand(name, "must be a whole number from 0 to " + most);
        };
        if (number > most) {
            throw new BadCommand(name, "must be a whole number from 0 to " + most);
        }
        return number < 0 ? null : number;
    }

    /** A list of texts, or one text with commas; empty when it is not there. */
    public List<String> texts(String name) {
        return switch (value(name)) {
            case null -> List.of();
            case String list -> List.of(list.split(","));
            case JsonArray list -> texts(name, list);
            default -> throw new BadCommand(name, "must be a list of texts");
        };
    }

    private static List<String> texts(String name, JsonArray list) {
        List<String> texts = new ArrayList<>();
        for (Object entry : list) {
            if (!(entry instanceof String text)) {
                throw new BadCommand(name, "must be a list of texts");
            }
            texts.add(text);
        }
        return texts;
    }

    public @Nullable Object value(String name) {
        known.add(name);
        return body.getValue(name);
    }

    /** Call it when everything was read. */
    public void nothingElse() {
        for (String name : body.fieldNames()) {
            if (!known.contains(name)) {
                throw new BadCommand(name, "is unknown here; known are " + String.join(", ", known));
            }
        }
    }
}
