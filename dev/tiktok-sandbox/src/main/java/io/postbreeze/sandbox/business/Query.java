package io.postbreeze.sandbox.business;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Parameters of a call; lists and objects among them are JSON. */
final class Query {
    private final RoutingContext call;

    Query(RoutingContext call) {
        this.call = call;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(call.queryParams().get(name)).filter(value -> !value.isEmpty());
    }

    String required(String name) {
        return text(name).orElseThrow(() -> BusinessRefusal.badParameter(name + ": Missing data for required field."));
    }

    /** A JSON array of names; each must be known. */
    Set<String> fields(Set<String> usual, Set<String> known) {
        Set<String> asked = text("fields").map(text -> names(text, "fields")).orElse(usual);
        asked.stream().filter(field -> !known.contains(field)).findFirst().ifPresent(unknown -> {
            throw BusinessRefusal.badParameter("fields: unknown field " + unknown);
        });
        return asked;
    }

    private static Set<String> names(String text, String name) {
        try {
            return names(new JsonArray(text), name);
        } catch (DecodeException e) {
            throw BusinessRefusal.badParameter(name + ": must be a JSON array");
        }
    }

    static Set<String> names(JsonArray array, String name) {
        Set<String> names = new LinkedHashSet<>();
        for (Object value : array) {
            if (!(value instanceof String text)) {
                throw BusinessRefusal.badParameter(name + ": must hold strings");
            }
            names.add(text);
        }
        if (names.isEmpty()) {
            throw BusinessRefusal.badParameter(name + ": must not be empty");
        }
        return names;
    }

    /** A JSON object, empty when it is not there. */
    JsonObject object(String name) {
        try {
            return text(name).map(JsonObject::new).orElseGet(JsonObject::new);
        } catch (DecodeException e) {
            throw BusinessRefusal.badParameter(name + ": must be a JSON object");
        }
    }

    long number(String name, long usual, long least, long most) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return usual;
        }
        boolean isWhole = text.get().matches("\\d{1,18}");
        long value = isWhole ? Long.parseLong(text.get()) : -1;
        if (!isWhole || value < least || value > most) {
            throw BusinessRefusal.badParameter("%s: must be a whole number from %d to %d".formatted(name, least, most));
        }
        return value;
    }

    LocalDate date(String name, LocalDate usual) {
        try {
            return text(name).map(LocalDate::parse).orElse(usual);
        } catch (DateTimeParseException e) {
            throw BusinessRefusal.badParameter(name + ": must be a date, YYYY-MM-DD");
        }
    }

    /** A text of the JSON body. */
    String body(String name) {
        try {
            JsonObject body = call.body().asJsonObject();
            if (body != null && body.getValue(name) instanceof String text && !text.isEmpty()) {
                return text;
            }
        } catch (DecodeException | ClassCastException e) {
            throw BusinessRefusal.badParameter("The request body is not a JSON object");
        }
        throw BusinessRefusal.badParameter(name + ": Missing data for required field.");
    }
}
