package io.postbreeze.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/** Completes one generated operation with what was written for it. */
final class Operation {
    private static final String JSON = "application/json";
    private static final List<String> LIMITS = List.of("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset");

    private final String id;
    private final ObjectNode generated;
    private final ObjectNode notes;
    private final Pieces pieces;

    Operation(String id, ObjectNode generated, ObjectNode notes, Pieces pieces) {
        this.id = id;
        this.generated = generated;
        this.notes = notes;
        this.pieces = pieces;
    }

    ObjectNode complete() {
        ObjectNode whole = Json.object().put("operationId", id);
        whole.putArray("tags").add(notes.get("tag").textValue());
        for (String text : new String[] {"summary", "description"}) {
            JsonNode value = notes.has(text) ? notes.get(text) : generated.get(text);
            if (value != null) {
                whole.set(text, value);
            }
        }
        if (isPublic()) {
            whole.putArray("security");
        }
        if (generated.has("parameters")) {
            generated.get("parameters").forEach(this::describe);
            whole.set("parameters", generated.get("parameters"));
        }
        if (generated.has("requestBody") && notes.has("request")) {
            whole.putObject("requestBody")
                    .put("required", notes.at("/request/required").asBoolean(true))
                    .set("content", content(notes.get("request"), generatedSchema(generated.get("requestBody"))));
        }
        whole.set("responses", responses());
        return whole;
    }

    private boolean isPublic() {
        return notes.path("public").asBoolean();
    }

    private void describe(JsonNode parameter) {
        String name = parameter.get("name").textValue();
        Json.overlay((ObjectNode) parameter, pieces.parameters().path(name));
        Json.overlay((ObjectNode) parameter, notes.at("/parameters/" + name));
    }

    private ObjectNode responses() {
        Map<String, ObjectNode> all = new TreeMap<>();
        notes.path("responses").properties().forEach(entry -> all.put(entry.getKey(), success(entry)));
        all.putAll(pieces.errors().responses(errors()));
        ObjectNode responses = Json.object();
        all.forEach(responses::set);
        return responses;
    }

    private ObjectNode success(Map.Entry<String, JsonNode> entry) {
        JsonNode wanted = entry.getValue();
        ObjectNode response =
                Json.object().put("description", wanted.get("description").textValue());
        ObjectNode headers = response.putObject("headers");
        headers.set("X-Request-Id", Json.ref("headers", "X-Request-Id"));
        if (!isPublic()) {
            LIMITS.forEach(name -> headers.set(name, Json.ref("headers", name)));
        }
        wanted.path("headers").forEach(name -> headers.set(name.textValue(), Json.ref("headers", name.textValue())));
        if (wanted.has("example") || wanted.has("examples")) {
            JsonNode same = generated.at("/responses/" + entry.getKey());
            response.set("content", content(wanted, generatedSchema(same)));
        }
        return response;
    }

    private SortedSet<String> errors() {
        List<String> kinds = new ArrayList<>(List.of("always"));
        if (!isPublic()) {
            kinds.add("guarded");
        }
        if (generated.has("requestBody") && notes.has("request")) {
            kinds.add("body");
        }
        if (!generated.path("parameters").findValuesAsText("in").stream()
                .filter("path"::equals)
                .toList()
                .isEmpty()) {
            kinds.add("row");
        }
        SortedSet<String> codes = pieces.errors().standard(kinds);
        notes.path("errors").forEach(code -> codes.add(code.textValue()));
        return codes;
    }

    private static JsonNode generatedSchema(JsonNode withContent) {
        return withContent.path("content").path(JSON).path("schema");
    }

    private static ObjectNode content(JsonNode wanted, JsonNode generatedSchema) {
        ObjectNode media = Json.object();
        JsonNode schema = wanted.path("schema");
        if (schema.isTextual()) {
            media.set("schema", schemaOf(schema.textValue()));
        } else {
            media.set("schema", schema.isObject() ? schema : generatedSchema);
        }
        if (wanted.path("example").isTextual() && !wanted.has("content")) {
            media.putObject("examples")
                    .set("example", Json.ref("examples", wanted.get("example").textValue()));
        } else if (wanted.has("example")) {
            media.putObject("examples").putObject("example").set("value", wanted.get("example"));
        } else {
            media.set("examples", wanted.get("examples"));
        }
        ObjectNode content = Json.object();
        content.set(wanted.path("content").asText(JSON), media);
        return content;
    }

    /** {@code Post} is that schema, {@code Post[]} a list of it. */
    private static ObjectNode schemaOf(String name) {
        if (!name.endsWith("[]")) {
            return Json.ref("schemas", name);
        }
        ObjectNode list = Json.object().put("type", "array");
        list.set("items", Json.ref("schemas", name.substring(0, name.length() - 2)));
        return list;
    }
}
