package io.postbreeze.events;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Refuses a null where a record does not say {@link Nullable}: JSON can hold one anywhere. */
final class RequiredFields {
    /** Looked up once per record: reflection is dear, and every event that arrives is checked. */
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return type.isRecord()
                    ? Stream.of(type.getRecordComponents())
                            .filter(component -> !component.getType().isPrimitive())
                            .map(Field::of)
                            .toList()
                    : List.of();
        }
    };

    private RequiredFields() {}

    static void check(Object value) {
        if (value instanceof List<?> list) {
            list.forEach(RequiredFields::check);
        }
        for (Field field : FIELDS.get(value.getClass())) {
            Object content = field.read(value);
            if (content != null) {
                check(content);
            } else if (!field.nullable()) {
                throw new MalformedEventException(
                        value.getClass().getSimpleName() + "." + field.name() + " must not be null");
            }
        }
    }

    private record Field(String name, boolean nullable, Method accessor) {
        static Field of(RecordComponent component) {
            return new Field(
                    component.getName(),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                    component.getAccessor());
        }

        @Nullable
        Object read(Object value) {
            try {
                return accessor.invoke(value);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new MalformedEventException("Unreadable field " + name, e);
            }
        }
    }
}
