package io.postbreeze.postapi.webhook;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.Violation;
import io.postbreeze.postapi.naming.NearestName;
import io.postbreeze.postapi.webhook.rules.HeaderRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as a user describes it; null for what was left out.
 *
 * @param workspaceId where it belongs
 * @param url where to send
 * @param events what to tell
 * @param headers extra headers
 * @param description a note of the user's
 * @param clearsDescription whether the description was given as null
 */
record EndpointRequest(
        @Nullable String workspaceId,
        @Nullable String url,
        @Nullable List<String> events,
        @Nullable Map<String, String> headers,
        @Nullable String description,
        boolean clearsDescription) {
    private static final Set<String> FIELDS =
            new TreeSet<>(Set.of("url", "events", "headers", "description", "workspaceId"));
    private static final int LONGEST_DESCRIPTION = 500;
    private static final int MOST_HEADERS = 20;

    /** Reads a body; fails with an {@link ApiException} that names every broken rule. */
    static EndpointRequest read(@Nullable Map<String, Object> body, boolean isNew) {
        if (body == null) {
            throw new ApiException(400, "MALFORMED_JSON", "The body is empty; send a JSON object.");
        }
        List<Violation> broken = new ArrayList<>();
        Set<String> known = new TreeSet<>(FIELDS);
        if (!isNew) {
            known.remove("workspaceId");
        }
        body.keySet().stream()
                .filter(field -> !known.contains(field))
                .forEach(field -> broken.add(new Violation(
                        field, "UNKNOWN_FIELD", "There is no field of this name here." + hint(field, known))));
        EndpointRequest request = new EndpointRequest(
                text(body, "workspaceId", "WORKSPACE_INVALID", broken),
                text(body, "url", "WEBHOOK_URL_INVALID", broken),
                events(body, broken),
                headers(body, broken),
                description(body, broken),
                body.containsKey("description") && body.get("description") == null);
        if (isNew && body.get("url") == null) {
            broken.add(new Violation("url", "WEBHOOK_URL_REQUIRED", "Say where to send: an https URL."));
        }
        if (isNew && body.get("events") == null) {
            broken.add(eventsRequired());
        }
        refuse(broken);
        return request;
    }

    static void refuse(List<Violation> broken) {
        if (!broken.isEmpty()) {
            Violation first = broken.getFirst();
            throw new ApiException(422, first.code(), first.message(), broken);
        }
    }

    private static String hint(String written, Collection<String> known) {
        return NearestName.of(written, known)
                .map(nearest -> " Did you mean " + nearest + "?")
                .orElse("");
    }

    private static @Nullable String text(Map<String, Object> body, String field, String code, List<Violation> broken) {
        Object value = body.get(field);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        broken.add(new Violation(field, code, "This must be a text."));
        return null;
    }

    private static @Nullable String description(Map<String, Object> body, List<Violation> broken) {
        String code = "WEBHOOK_DESCRIPTION_INVALID";
        String description = text(body, "description", code, broken);
        if (description != null && (description.length() > LONGEST_DESCRIPTION || description.indexOf('\0') >= 0)) {
            broken.add(new Violation("description", code, "At most " + LONGEST_DESCRIPTION + " characters."));
        }
        return description;
    }

    private static @Nullable List<String> events(Map<String, Object> body, List<Violation> broken) {
        Object value = body.get("events");
        if (value == null) {
            return null;
        }
        if (!(value instanceof List<?> listed) || listed.isEmpty()) {
            broken.add(eventsRequired());
            return null;
        }
        Set<String> wanted = new TreeSet<>();
        for (int index = 0; index < listed.size(); index++) {
            if (listed.get(index) instanceof String name && WebhookEvent.NAMES.contains(name)) {
                wanted.add(name);
            } else {
                broken.add(new Violation(
                        "events[" + index + "]",
                        "WEBHOOK_EVENT_UNKNOWN",
                        "There is no such event; there are " + String.join(", ", WebhookEvent.NAMES) + "."));
            }
        }
        return WebhookEvent.NAMES.stream().filter(wanted::contains).toList();
    }

    private static Violation eventsRequired() {
        return new Violation(
                "events",
                "WEBHOOK_EVENTS_REQUIRED",
                "Say what to tell, at least one of " + String.join(", ", WebhookEvent.NAMES) + ".");
    }

    private static @Nullable Map<String, String> headers(Map<String, Object> body, List<Violation> broken) {
        Object value = body.get("headers");
        if (value == null) {
            return null;
        }
        if (!(value instanceof Map<?, ?> given) || given.size() > MOST_HEADERS) {
            broken.add(header("headers", "This must be an object of at most " + MOST_HEADERS + " headers."));
            return null;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        given.forEach((name, content) -> {
            String path = "headers." + name;
            if (content instanceof String text) {
                HeaderRules.problem(Objects.toString(name), text)
                        .ifPresentOrElse(
                                problem -> broken.add(header(path, problem)),
                                () -> headers.put(Objects.toString(name), text));
            } else {
                broken.add(header(path, "A header's value must be a text."));
            }
        });
        return headers;
    }

    private static Violation header(String path, String message) {
        return new Violation(path, "WEBHOOK_HEADER_INVALID", message);
    }
}
