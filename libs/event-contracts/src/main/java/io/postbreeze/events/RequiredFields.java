package io.postbreeze.events;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses a null where a record does not say {@link Nullable}: JSON can hold one anywhere. */
final class RequiredFields {
    private RequiredFields() {}

    static void check(Object value) {
        if (value instanceof List<?> list) {
            list.forEach(RequiredFields::check);
        }
        if (!value.getClass().isRecord()) {
            return;
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object field = read(component, value);
            if (field != null) {
                check(field);
            } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw new MalformedEventException(
                        value.getClass().getSimpleName() + "." + component.getName() + " must not be null", null);
            }
        }
    }

    private static @Nullable Object read(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new MalformedEventException("Unreadable field " + component.getName(), e);
        }
    }
}
