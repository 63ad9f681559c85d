package io.postbreeze.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The catalogue of error codes: an example of each, and the answers that many operations share. */
final class ErrorCodes {
    private static final String REQUEST_ID = "req_01K9ZC3V7Q4W8D2N5T6R1B0XHM";
    private static final Map<Integer, String> NAMES = Map.of(
            400, "BadRequest",
            401, "Unauthorized",
            404, "NotFound",
            413, "BodyTooLarge",
            415, "UnsupportedMediaType",
            429, "TooManyRequests",
            500, "InternalError");
    private static final Map<Integer, String> MEANINGS = Map.of(
            400, "The request cannot be understood.",
            401, "The API key is missing or unknown.",
            403, "This is not allowed.",
            404, "There is no such thing, or it is another workspace's.",
            409, "This does not go with how things stand.",
            412, "It has changed since; read it again, then decide.",
            422, "Understood, but a rule forbids it; `details` names every broken one.",
            429, "Too many requests; `Retry-After` tells when to go on.",
            500, "Our fault; the request id names it.");

    private final SortedMap<String, JsonNode> codes = new TreeMap<>();

    private ErrorCodes() {}

    static ErrorCodes of(ObjectNode catalogue) {
        ErrorCodes errors = new ErrorCodes();
        catalogue.properties().forEach(entry -> errors.codes.put(entry.getKey(), entry.getValue()));
        return errors;
    }

    /** Adds what the rules of a post say themselves: status, {@code fix} and {@code docs}. */
    void add(SortedMap<String, ObjectNode> rules) {
        rules.forEach((code, rule) -> {
            JsonNode entry = codes.get(code);
            if (entry == null) {
                throw new IllegalStateException("errors.json lacks an example of " + code);
            }
            Json.overlay((ObjectNode) entry, rule);
        });
    }

    SortedSet<String> all() {
        return new TreeSet<>(codes.keySet());
    }

    /** Codes that every operation of a kind may answer: {@code always}, {@code guarded}, {@code body}, {@code row}. */
    SortedSet<String> standard(Collection<String> kinds) {
        SortedSet<String> found = new TreeSet<>();
        codes.forEach((code, entry) -> {
            if (kinds.contains(entry.path("standard").asText())) {
                found.add(code);
            }
        });
        return found;
    }

    int status(String code) {
        JsonNode entry = codes.get(code);
        if (entry == null) {
            throw new IllegalArgumentException("errors.json does not know " + code);
        }
        return entry.get("status").intValue();
    }

    ObjectNode examples() {
        ObjectNode examples = Json.object();
        codes.forEach((code, entry) -> {
            ObjectNode example = examples.putObject(code).put("summary", code);
            example.set("value", envelope(code, entry));
        });
        return examples;
    }

    /** Error answers by status, as far as operations share them. */
    ObjectNode shared() {
        ObjectNode shared = Json.object();
        new TreeMap<>(NAMES).forEach((status, name) -> shared.set(name, response(status, standardOf(status))));
        return shared;
    }

    /** The answers with these codes, one per status. */
    SortedMap<String, ObjectNode> responses(Collection<String> wanted) {
        Map<Integer, SortedSet<String>> byStatus = new TreeMap<>();
        wanted.forEach(code ->
                byStatus.computeIfAbsent(status(code), s -> new TreeSet<>()).add(code));
        SortedMap<String, ObjectNode> responses = new TreeMap<>();
        byStatus.forEach((status, codesOfIt) -> {
            String name = NAMES.getOrDefault(status, "");
            boolean isShared = !name.isEmpty() && codesOfIt.equals(standardOf(status));
            responses.put("" + status, isShared ? Json.ref("responses", name) : response(status, codesOfIt));
        });
        return responses;
    }

    private SortedSet<String> standardOf(int status) {
        SortedSet<String> found = new TreeSet<>();
        codes.forEach((code, entry) -> {
            if (entry.has("standard") && status(code) == status) {
                found.add(code);
            }
        });
        return found;
    }

    private static ObjectNode response(int status, Collection<String> codes) {
        ObjectNode response =
                Json.object().put("description", MEANINGS.getOrDefault(status, "The request was refused."));
        ObjectNode headers = response.putObject("headers");
        headers.set("X-Request-Id", Json.ref("headers", "X-Request-Id"));
        if (status == 429) {
            headers.set("Retry-After", Json.ref("headers", "Retry-After"));
        }
        ObjectNode json = response.putObject("content").putObject("application/json");
        json.set("schema", Json.ref("schemas", "Error"));
        ObjectNode examples = json.putObject("examples");
        codes.forEach(code -> examples.set(code, Json.ref("examples", code)));
        return response;
    }

    private static ObjectNode envelope(String code, JsonNode entry) {
        ObjectNode envelope = Json.object();
        envelope.put("statusCode", entry.get("status").intValue());
        envelope.put("code", code);
        envelope.put("message", entry.get("message").textValue());
        envelope.put("requestId", REQUEST_ID);
        if (entry.has("path")) {
            Map<String, String> detail = new LinkedHashMap<>();
            detail.put("path", entry.get("path").textValue());
            detail.put("code", entry.path("detailCode").asText(code));
            detail.put("message", entry.get("message").textValue());
            for (String extra : new String[] {"fix", "docs"}) {
                if (entry.has(extra)) {
                    detail.put(extra, entry.get(extra).textValue());
                }
            }
            ObjectNode violation = envelope.putArray("details").addObject();
            detail.forEach(violation::put);
        }
        return envelope;
    }
}
