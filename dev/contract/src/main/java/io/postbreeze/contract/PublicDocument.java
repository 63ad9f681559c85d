package io.postbreeze.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One document for all services behind the gateway. */
final class PublicDocument {
    private static final String SCHEMA_REF = "#/components/schemas/";
    private static final List<String> SERVICES = List.of("post-api", "media-service", "analytics-service");

    private final Pieces pieces;
    private final Map<String, JsonNode> schemas = new TreeMap<>();
    private final Map<String, JsonNode> paths = new TreeMap<>();
    private final List<String> undocumented = new ArrayList<>();

    private PublicDocument(Pieces pieces) {
        this.pieces = pieces;
    }

    /** Composes it of the builds below {@code root}. */
    static ObjectNode compose(Path root, Pieces pieces) {
        PublicDocument document = new PublicDocument(pieces);
        pieces.errors().add(PostRules.of(root.resolve("post-api/target/classes")));
        SERVICES.forEach(service -> document.add(ServicePart.of(root.resolve(service))));
        return document.compose();
    }

    private void add(ServicePart part) {
        rename(part.paths());
        rename(part.schemas());
        part.paths().properties().forEach(entry -> paths.put(entry.getKey(), entry.getValue()));
        part.schemas().properties().forEach(entry -> {
            JsonNode before = schemas.putIfAbsent(publicName(entry.getKey()), entry.getValue());
            if (before != null && !before.equals(entry.getValue())) {
                schemas.put(publicName(entry.getKey()), Json.object().put("ambiguous", entry.getKey()));
            }
        });
    }

    private ObjectNode compose() {
        pieces.schemas().properties().forEach(entry -> {
            ObjectNode schema = (ObjectNode) schemas.computeIfAbsent(entry.getKey(), name -> Json.object());
            Json.overlay(schema, entry.getValue());
        });
        ObjectNode document = pieces.about().deepCopy();
        document.set("paths", completePaths());
        List<String> used = document.get("paths").findValues("tags").stream()
                .map(tags -> tags.get(0).textValue())
                .toList();
        ((ArrayNode) document.get("tags"))
                .removeIf(tag -> !used.contains(tag.get("name").textValue()));
        ObjectNode components = (ObjectNode) document.get("components");
        components.set("headers", pieces.headers());
        components.set("responses", pieces.errors().shared());
        ObjectNode examples = components.putObject("examples");
        pieces.examples().forEach(examples::set);
        examples.setAll(pieces.errors().examples());
        components.set("schemas", reachable(document));
        return document;
    }

    private ObjectNode completePaths() {
        Map<String, String> ids = new TreeMap<>();
        pieces.operations().forEach((id, notes) -> ids.put(notes.get("at").textValue(), id));
        ObjectNode complete = Json.object();
        paths.forEach((path, methods) -> methods.properties().forEach(entry -> {
            String at = entry.getKey().toUpperCase(Locale.ROOT) + " " + path;
            String id = ids.remove(at);
            if (id == null) {
                undocumented.add(at);
                return;
            }
            ObjectNode notes = Objects.requireNonNull(pieces.operations().get(id));
            ObjectNode operation = new Operation(id, (ObjectNode) entry.getValue(), notes, pieces).complete();
            complete.withObjectProperty(path).set(entry.getKey(), operation);
        }));
        if (!undocumented.isEmpty() || !ids.isEmpty()) {
            throw new IllegalStateException("dev/contract/src/api/operations lacks files for " + undocumented
                    + " and has files for what no service offers: " + ids);
        }
        return complete;
    }

    private ObjectNode reachable(ObjectNode document) {
        SortedSet<String> needed = new TreeSet<>();
        collect(document, needed);
        ObjectNode kept = Json.object();
        needed.forEach(name -> kept.set(name, schemas.get(name)));
        return kept;
    }

    private void collect(JsonNode node, SortedSet<String> needed) {
        String ref = node.path("$ref").asText();
        if (ref.startsWith(SCHEMA_REF)) {
            need(ref.substring(SCHEMA_REF.length()), needed);
        }
        node.forEach(child -> collect(child, needed));
    }

    private void need(String name, SortedSet<String> needed) {
        JsonNode schema = schemas.get(name);
        if (schema == null || schema.has("ambiguous")) {
            throw new IllegalStateException("Schema " + name + " is unknown, or two services have different ones");
        }
        if (needed.add(name)) {
            collect(schema, needed);
        }
    }

    private String publicName(String name) {
        String plain = name.endsWith("View") ? name.substring(0, name.length() - "View".length()) : name;
        return pieces.names().path(name).asText(plain);
    }

    private void rename(JsonNode node) {
        if (node instanceof ObjectNode object) {
            String ref = object.path("$ref").asText();
            if (ref.startsWith(SCHEMA_REF)) {
                object.set("$ref", TextNode.valueOf(SCHEMA_REF + publicName(ref.substring(SCHEMA_REF.length()))));
            }
            object.forEach(this::rename);
        } else if (node instanceof ArrayNode array) {
            array.forEach(this::rename);
        }
    }
}
