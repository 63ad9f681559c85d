package io.postbreeze.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one service generated, as far as it is public.
 *
 * @param paths below {@code /api/v1}
 * @param schemas everything they might need
 */
record ServicePart(ObjectNode paths, ObjectNode schemas) {
    private static final String PUBLIC = "/api/v1/";

    static ServicePart of(Path service) {
        ObjectNode generated = Json.read(service.resolve("target/openapi/openapi.json"));
        ObjectNode schemas = (ObjectNode) generated.at("/components/schemas");
        inlineTimes(generated);
        schemas.remove("Instant");
        Presence.of(service.resolve("target/classes")).mark(schemas, requestsOnly(generated, schemas));
        ObjectNode paths = Json.object();
        generated.get("paths").properties().stream()
                .filter(entry -> entry.getKey().startsWith(PUBLIC))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> paths.set(entry.getKey(), entry.getValue()));
        Set<String> needed = new TreeSet<>();
        collect(paths, schemas, needed);
        return new ServicePart(paths, schemas.retain(needed));
    }

    private static Set<String> requestsOnly(ObjectNode generated, ObjectNode schemas) {
        Set<String> sent = new TreeSet<>();
        generated.findValues("requestBody").forEach(body -> collect(body, schemas, sent));
        Set<String> answered = new TreeSet<>();
        generated.findValues("responses").forEach(responses -> collect(responses, schemas, answered));
        sent.removeAll(answered);
        return sent;
    }

    private static void collect(JsonNode node, ObjectNode schemas, Set<String> found) {
        String name = node.path("$ref").asText().replace("#/components/schemas/", "");
        if (!name.isEmpty() && found.add(name)) {
            collect(schemas.path(name), schemas, found);
        }
        node.forEach(child -> collect(child, schemas, found));
    }

    private static void inlineTimes(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.path("$ref").asText().equals("#/components/schemas/Instant")) {
                object.removeAll();
                object.put("type", "string").put("format", "date-time");
            }
            object.forEach(ServicePart::inlineTimes);
        } else if (node instanceof ArrayNode array) {
            array.forEach(ServicePart::inlineTimes);
        }
    }
}
