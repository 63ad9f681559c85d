package io.postbreeze.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.Indexer;

/** Which properties are always there and which may be null: the generator does not look at {@code @Nullable}. */
final class Presence {
    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName UNWRAPPED = DotName.createSimple("com.fasterxml.jackson.annotation.JsonUnwrapped");
    private static final DotName INCLUDE = DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");

    private final Map<DotName, ClassInfo> records = new TreeMap<>();

    private Presence() {}

    static Presence of(Path classes) {
        Presence presence = new Presence();
        Indexer indexer = new Indexer();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                try (InputStream bytes = Files.newInputStream(file)) {
                    indexer.index(bytes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot index " + classes, e);
        }
        indexer.complete().getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .forEach(found -> presence.records.put(found.name(), found));
        return presence;
    }

    /**
     * Marks the properties of every schema that one of our records stands behind.
     *
     * @param requests names of those that are only ever sent to us: what may be null may also be left out
     */
    void mark(ObjectNode schemas, Set<String> requests) {
        schemas.properties().forEach(entry -> {
            if (entry.getValue().get("properties") instanceof ObjectNode properties) {
                recordOf(entry.getKey(), properties)
                        .ifPresent(
                                found -> mark((ObjectNode) entry.getValue(), found, requests.contains(entry.getKey())));
            }
        });
    }

    /**
     * Nested records may share a simple name; then the properties tell which one is meant. The generator also takes
     * {@code isSomething()} for a property where Jackson, for want of {@code public}, does not: {@link #mark} drops it.
     */
    private Optional<ClassInfo> recordOf(String schema, ObjectNode properties) {
        String name = schema.replaceFirst("\\d+$", "");
        return records.values().stream()
                .filter(candidate -> name.equals(nameOf(candidate)))
                .filter(candidate ->
                        fields(candidate).stream().map(FieldInfo::name).allMatch(properties::has))
                .min(Comparator.comparingInt(
                        candidate -> properties.size() - fields(candidate).size()));
    }

    private static String nameOf(ClassInfo found) {
        AnnotationInstance schema = found.declaredAnnotation(SCHEMA);
        AnnotationValue name = schema == null ? null : schema.value("name");
        return name == null ? found.simpleName() : name.asString();
    }

    private List<FieldInfo> fields(ClassInfo found) {
        List<FieldInfo> fields = new ArrayList<>();
        for (FieldInfo field : found.fieldsInDeclarationOrder()) {
            ClassInfo inner = records.get(field.type().name());
            if (inner != null && field.hasAnnotation(UNWRAPPED)) {
                fields.addAll(fields(inner));
            } else if (!Modifier.isStatic(field.flags())) {
                fields.add(field);
            }
        }
        return fields;
    }

    private void mark(ObjectNode schema, ClassInfo found, boolean isRequest) {
        boolean leavesAllOut = found.hasDeclaredAnnotation(INCLUDE);
        List<String> always = new ArrayList<>();
        ObjectNode ordered = Json.object();
        for (FieldInfo field : fields(found)) {
            boolean leavesOut = leavesAllOut || field.hasAnnotation(INCLUDE);
            boolean nullable = field.type().hasAnnotation(NULLABLE);
            boolean collection = field.type().name().toString().startsWith("java.util.");
            if (isRequest ? !nullable : !leavesOut || (!nullable && !collection)) {
                always.add(field.name());
            }
            ObjectNode property = (ObjectNode) schema.at("/properties/" + field.name());
            ordered.set(field.name(), nullable && !leavesOut ? orNull(property) : property);
        }
        schema.set("properties", ordered);
        if (!always.isEmpty()) {
            schema.set("required", Json.texts(always));
        }
    }

    private static ObjectNode orNull(ObjectNode property) {
        JsonNode type = property.get("type");
        if (type != null && type.isTextual()) {
            property.set("type", Json.texts(List.of(type.textValue(), "null")));
            return property;
        }
        ObjectNode either = Json.object();
        ArrayNode choices = either.putArray("anyOf");
        choices.add(property);
        choices.addObject().put("type", "null");
        return either;
    }
}
