package io.postbreeze.postapi.post.validation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one JSON object field by field and notes whatever is not as it should be. */
final class Fields {
    private final String path;
    private final Map<?, ?> object;
    private final List<Broken> broken;

    Fields(String path, Map<?, ?> object, List<Broken> broken) {
        this.path = path;
        this.object = object;
        this.broken = broken;
    }

    String pathOf(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    boolean has(String field) {
        return object.get(field) != null;
    }

    void refuseUnknown(Set<String> known) {
        for (Object key : object.keySet()) {
            String name = String.valueOf(key);
            if (!known.contains(name)) {
                String hint = NearestName.of(name, known)
                        .map(nearest -> " Did you mean " + nearest + "?")
                        .orElse("");
                note(name, PostRule.UNKNOWN_FIELD, "There is no field of this name here." + hint);
            }
        }
    }

    @Nullable
    String text(String field) {
        return typed(field, String.class, "a text");
    }

    String requiredText(String field) {
        String text = text(field);
        if (text != null && !text.isBlank()) {
            return text;
        }
        if (!has(field) || text != null) {
            note(field, PostRule.FIELD_REQUIRED, "This field is required.");
        }
        return "";
    }

    boolean flag(String field) {
        return Boolean.TRUE.equals(typed(field, Boolean.class, "true or false"));
    }

    @Nullable
    Instant instant(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            note(
                    field,
                    PostRule.FIELD_INVALID,
                    "Write the time as ISO-8601 with a zone, such as 2026-12-24T18:00:00Z.");
            return null;
        }
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        List<?> values = list(field);
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof String text && !text.isBlank()) {
                texts.add(text);
            } else {
                note(field + "[" + i + "]", PostRule.FIELD_INVALID, "This must be an id as text.");
            }
        }
        return texts;
    }

    List<Fields> objects(String field) {
        List<Fields> objects = new ArrayList<>();
        List<?> values = list(field);
        for (int i = 0; i < values.size(); i++) {
            String place = field + "[" + i + "]";
            if (values.get(i) instanceof Map<?, ?> map) {
                objects.add(new Fields(pathOf(place), map, broken));
            } else {
                note(place, PostRule.FIELD_INVALID, "This must be an object.");
            }
        }
        return objects;
    }

    @Nullable
    Fields object(String field) {
        Map<?, ?> map = typed(field, Map.class, "an object");
        return map == null ? null : new Fields(pathOf(field), map, broken);
    }

    void note(String field, PostRule rule, String message) {
        broken.add(new Broken(pathOf(field), rule, message));
    }

    String path() {
        return path;
    }

    private List<?> list(String field) {
        List<?> values = typed(field, List.class, "a list");
        return values == null ? List.of() : values;
    }

    private <T> @Nullable T typed(String field, Class<T> type, String expected) {
        Object value = object.get(field);
        if (value == null || type.isInstance(value)) {
            return type.cast(value);
        }
        note(field, PostRule.FIELD_INVALID, "This must be " + expected + ".");
        return null;
    }
}
