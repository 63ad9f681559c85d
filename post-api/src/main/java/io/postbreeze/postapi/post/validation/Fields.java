package io.postbreeze.postapi.post.validation;

import io.postbreeze.postapi.naming.NearestName;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one JSON object field by field and notes whatever is not as it should be. */
final class Fields {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;
    private static final String NOT_STORABLE = "This holds a NUL character or half of a surrogate pair.";

    private final String path;
    private final Map<?, ?> object;
    private final FormNotes notes;

    Fields(String path, Map<?, ?> object, FormNotes notes) {
        this.path = path;
        this.object = object;
        this.notes = notes;
    }

    String pathOf(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    boolean has(String field) {
        return object.get(field) != null;
    }

    boolean hasAny(List<String> fields) {
        return fields.stream().anyMatch(object::containsKey);
    }

    /** The same, for an object whose names depend on the shape. */
    void refuseUnknown(Set<String> known, Shape shape) {
        Set<String> told = new HashSet<>(known);
        for (Object key : object.keySet()) {
            shape.ownNameOf(String.valueOf(key))
                    .filter(own -> !known.contains(String.valueOf(key)))
                    .ifPresent(own -> {
                        told.add(String.valueOf(key));
                        notes.unread(pathOf(own));
                        note(
                                String.valueOf(key),
                                PostRule.UNKNOWN_FIELD,
                                "This name belongs to the other shape: together with " + shape.targets()
                                        + " it is called " + own + ".");
                    });
        }
        refuseUnknown(told);
    }

    void refuseUnknown(Set<String> known) {
        for (Object key : object.keySet()) {
            String name = String.valueOf(key);
            if (!known.contains(name)) {
                Optional<String> meant = NearestName.of(name, known);
                meant.ifPresent(nearest -> notes.unread(pathOf(nearest)));
                String hint =
                        meant.map(nearest -> " Did you mean " + nearest + "?").orElse("");
                note(name, PostRule.UNKNOWN_FIELD, "There is no field of this name here." + hint);
            }
        }
    }

    @Nullable
    String text(String field) {
        String text = typed(field, String.class, "a text");
        if (text == null || isStorable(text)) {
            return text;
        }
        invalid(field, NOT_STORABLE);
        return null;
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

    /** One of a few words; null when there is none. */
    @Nullable
    String word(String field, Set<String> words) {
        String word = text(field);
        if (word == null || words.contains(word)) {
            return word;
        }
        String hint = NearestName.of(word, words)
                .map(nearest -> " Did you mean " + nearest + "?")
                .orElse("");
        invalid(
                field,
                "This is one of " + String.join(", ", words.stream().sorted().toList()) + "." + hint);
        return null;
    }

    /** A whole number that fits the type; null when there is none. */
    @Nullable
    Long number(String field) {
        Object value = object.get(field);
        if (value == null) {
            return null;
        }
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        invalid(field, "This must be a whole number.");
        return null;
    }

    @Nullable
    Instant instant(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
                return time.toInstant().truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeException e) {
            // The same answer as to a time that no calendar has.
        }
        invalid(field, "Write the time as ISO-8601 with a zone, such as 2026-12-24T18:00:00Z.");
        return null;
    }

    /** A length of time within limits, as ISO-8601 writes it; null when there is none. */
    @Nullable
    String duration(String field, Duration least, Duration most) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
                return duration.truncatedTo(ChronoUnit.SECONDS).toString();
            }
        } catch (DateTimeException e) {
            // The same answer as to a length that nobody may wait.
        }
        invalid(field, "Write a length of time from %s to %s as ISO-8601, such as PT2H.".formatted(least, most));
        return null;
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        List<?> values = list(field);
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof String text && !text.isBlank() && isStorable(text)) {
                texts.add(text);
            } else {
                invalid(field + "[" + i + "]", "This must be an id as text.");
            }
        }
        return texts;
    }

    Map<String, String> textsByKey(String field) {
        Fields entries = object(field);
        Map<String, String> texts = new HashMap<>();
        if (entries != null) {
            for (Object key : entries.object.keySet()) {
                String text = entries.text(String.valueOf(key));
                if (text != null) {
                    texts.put(String.valueOf(key), text);
                }
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
                objects.add(new Fields(pathOf(place), map, notes));
            } else {
                invalid(place, "This must be an object.");
            }
        }
        return objects;
    }

    @Nullable
    Fields object(String field) {
        Map<?, ?> map = typed(field, Map.class, "an object");
        return map == null ? null : new Fields(pathOf(field), map, notes);
    }

    void note(String field, PostRule rule, String message) {
        notes.broken(pathOf(field), rule, message);
    }

    /** A value that is there but cannot be used. */
    void invalid(String field, String message) {
        notes.unread(pathOf(field));
        note(field, PostRule.FIELD_INVALID, message);
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
        invalid(field, "This must be " + expected + ".");
        return null;
    }

    /** PostgreSQL has no NUL in a text, and UTF-8 has no half of a surrogate pair. */
    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }
}
