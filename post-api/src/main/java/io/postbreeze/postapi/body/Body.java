package io.postbreeze.postapi.body;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.Violation;
import io.postbreeze.postapi.naming.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that is read field by field. Whatever is not as it should be is noted and told at once by
 * {@link #check()}; until then a value that cannot be used reads as if it were not there.
 */
public final class Body {
    private final String path;
    private final Map<?, ?> fields;
    private final List<Violation> broken;

    private Body(String path, Map<?, ?> fields, List<Violation> broken) {
        this.path = path;
        this.fields = fields;
        this.broken = broken;
    }

    /**
     * Opens a body.
     *
     * @param known names of all fields it may have
     * @throws ApiException 400 when there is none
     */
    public static Body of(@Nullable Map<?, ?> json, Set<String> known) {
        if (json == null) {
            throw new ApiException(400, "MALFORMED_JSON", "The body is empty; send a JSON object.");
        }
        Body body = new Body("", json, new ArrayList<>());
        body.refuseUnknown(known);
        return body;
    }

    /** A text of 1 to {@code longest} UTF-16 units that is not blank. */
    public Optional<String> text(String field, int longest) {
        return typed(field, String.class, "a text").filter(text -> isUsable(field, text, longest));
    }

    /** The same for a field that must be there; empty when it is broken. */
    public String requiredText(String field, int longest) {
        if (fields.get(field) == null) {
            note(field, "FIELD_REQUIRED", "This field is required.");
        }
        return text(field, longest).orElse("");
    }

    /** One of an enum's names. */
    public <T extends Enum<T>> Optional<T> choice(String field, Class<T> type) {
        Optional<String> name = typed(field, String.class, "a text");
        Optional<T> meant = name.flatMap(text -> constant(type, text));
        if (name.isPresent() && meant.isEmpty()) {
            invalid(field, "This must be one of " + List.of(type.getEnumConstants()) + ".");
        }
        return meant;
    }

    /** A whole number. */
    public Optional<Integer> number(String field, int least, int most) {
        Object value = fields.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Integer number && number >= least && number <= most) {
            return Optional.of(number);
        }
        invalid(field, "This must be a whole number from " + least + " to " + most + ".");
        return Optional.empty();
    }

    /** A list of 1 to {@code most} different texts. */
    public Optional<List<String>> texts(String field, int most) {
        Optional<List<?>> values = typed(field, List.class, "a list").map(list -> (List<?>) list);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (Object value : values.get()) {
            if (value instanceof String text && !texts.contains(text) && isStorable(text)) {
                texts.add(text);
            } else {
                invalid(field + "[" + texts.size() + "]", "This must be a text, and not one that was named before.");
                return Optional.empty();
            }
        }
        if (texts.isEmpty() || texts.size() > most) {
            invalid(field, "Name 1 to " + most + " here.");
            return Optional.empty();
        }
        return Optional.of(texts);
    }

    /** An object inside this one. */
    public Optional<Body> object(String field, Set<String> known) {
        Optional<Body> inner = typed(field, Map.class, "an object").map(map -> new Body(pathOf(field), map, broken));
        inner.ifPresent(body -> body.refuseUnknown(known));
        return inner;
    }

    /** Notes a value that is there but cannot be used. */
    public void invalid(String field, String message) {
        note(field, "FIELD_INVALID", message);
    }

    /**
     * Ends the reading.
     *
     * @throws ApiException 400 naming everything that is broken
     */
    public void check() {
        if (!broken.isEmpty()) {
            Violation first = broken.getFirst();
            String more = broken.size() == 1 ? "" : " (" + broken.size() + " problems; see details)";
            throw new ApiException(400, first.code(), first.path() + ": " + first.message() + more, broken);
        }
    }

    private void refuseUnknown(Set<String> known) {
        for (Object key : fields.keySet()) {
            String name = String.valueOf(key);
            if (!known.contains(name)) {
                String hint = NearestName.of(name, known)
                        .map(nearest -> " Did you mean " + nearest + "?")
                        .orElse("");
                note(name, "UNKNOWN_FIELD", "There is no field of this name here." + hint);
            }
        }
    }

    private boolean isUsable(String field, String text, int longest) {
        if (text.isBlank() || text.length() > longest || !isStorable(text)) {
            invalid(field, "This must have 1 to " + longest + " characters, no NUL and no half of a surrogate pair.");
            return false;
        }
        return true;
    }

    private <T> Optional<T> typed(String field, Class<T> type, String expected) {
        Object value = fields.get(field);
        if (value != null && !type.isInstance(value)) {
            invalid(field, "This must be " + expected + ".");
            return Optional.empty();
        }
        return Optional.ofNullable(type.cast(value));
    }

    private void note(String field, String code, String message) {
        broken.add(new Violation(pathOf(field), code, message));
    }

    private String pathOf(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private static <T extends Enum<T>> Optional<T> constant(Class<T> type, String name) {
        return List.of(type.getEnumConstants()).stream()
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }

    /** PostgreSQL has no NUL in a text, and UTF-8 has no half of a surrogate pair. */
    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }
}
