package io.postbreeze.postapi.post.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Spoils bodies by the small language of {@code mutations.txt}. */
final class Mutations {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STEP = Pattern.compile("(\\w+)(?:\\[(\\d+)])?");
    private static final Pattern TEXT = Pattern.compile("<([xe])\\*(\\d+)>");
    private static final Pattern PHOTOS = Pattern.compile("\\[m\\*(\\d+)]");
    private static final Map<String, String> NESTED = Map.of(
            "content", "caption",
            "platforms", "targets",
            "scheduledFor", "scheduledAt",
            "draftScheduledFor", "draftScheduledAt",
            "accountId", "socialAccountId");

    private Mutations() {}

    /** The body after the mutations, as the reader gets it. */
    @SuppressWarnings("unchecked") // A JSON object is a map of strings.
    static Map<String, Object> spoilt(String body, String mutations) {
        ObjectNode root = object(body);
        for (String mutation : mutations.split(" & ", -1)) {
            if (!mutation.isBlank()) {
                apply(root, mutation.strip());
            }
        }
        return JSON.convertValue(root, Map.class);
    }

    /** The same line for the nested shape. */
    static String nested(String line) {
        String renamed = line;
        for (Map.Entry<String, String> name : NESTED.entrySet()) {
            renamed = renamed.replaceAll("(?<=[ .\"])" + name.getKey() + "(?=[ .\\[\",]|$)", name.getValue());
        }
        return renamed;
    }

    private static void apply(ObjectNode root, String mutation) {
        String[] parts = mutation.split(" ", 3);
        List<String> steps = new ArrayList<>();
        Matcher step = STEP.matcher(parts[1]);
        while (step.find()) {
            steps.add(step.group(1));
            if (step.group(2) != null) {
                steps.add(step.group(2));
            }
        }
        JsonNode at = root;
        for (String name : steps.subList(0, steps.size() - 1)) {
            at = at.isArray() ? at.get(Integer.parseInt(name)) : at.get(name);
        }
        change(at, steps.getLast(), parts[0].equals("del") ? null : parts[2]);
    }

    private static void change(JsonNode at, String name, String value) {
        if (at instanceof ArrayNode list) {
            int index = Integer.parseInt(name);
            if (index < list.size()) {
                list.set(index, json(value));
            } else {
                list.add(json(value));
            }
        } else if (value == null) {
            ((ObjectNode) at).remove(name);
        } else {
            ((ObjectNode) at).set(name, json(value));
        }
    }

    private static JsonNode json(String value) {
        String expanded = TEXT.matcher(value)
                .replaceAll(text -> (text.group(1).equals("x") ? "x" : "😀").repeat(Integer.parseInt(text.group(2))));
        expanded = PHOTOS.matcher(expanded)
                .replaceAll(photos -> IntStream.range(0, Integer.parseInt(photos.group(1)))
                        .mapToObj(i -> "\"med_photo\"")
                        .collect(Collectors.joining(",", "[", "]")));
        try {
            return JSON.readTree(expanded);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value, e);
        }
    }

    private static ObjectNode object(String body) {
        try {
            return (ObjectNode) JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(body, e);
        }
    }
}
