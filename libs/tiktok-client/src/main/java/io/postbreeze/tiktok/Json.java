package io.postbreeze.tiktok;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.postbreeze.tiktok.TikTokException.MalformedAnswer;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads single values from TikTok's JSON without trusting their presence or type. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern ID = Pattern.compile("[0-9]{1,20}");

    private Json() {}

    /** The parsed body; a missing node when it is empty or no JSON. */
    static JsonNode parse(Buffer body) {
        try {
            return MAPPER.readTree(body.toString());
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }

    /** A string or a whole number as text; null when absent, empty or of another type. */
    static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (!value.isTextual() && !value.isIntegralNumber()) {
            return null;
        }
        // PostgreSQL cannot store NUL, and nobody can mean it.
        String text = value.asText().replace("\0", "");
        return text.isEmpty() ? null : text;
    }

    static String requiredText(JsonNode object, String field, @Nullable String logId) {
        String text = text(object, field);
        if (text == null) {
            throw new MalformedAnswer("missing_" + field, logId, null);
        }
        return text;
    }

    /** A whole number, also when it comes as text; null when absent or anything else. */
    static @Nullable Long number(JsonNode object, String field) {
        String text = text(object, field);
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /** A flag; false when absent, as TikTok leaves out what is not set. */
    static boolean flag(JsonNode object, String field) {
        return object.path(field).asBoolean(false);
    }

    static @Nullable Boolean optionalFlag(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isBoolean() ? value.booleanValue() : null;
    }

    /** Ids in any of the shapes seen: number or text, one or a list. They are 64 bits wide, so they stay text. */
    static List<String> ids(JsonNode object, String field, @Nullable String logId) {
        List<String> ids = new ArrayList<>();
        JsonNode value = object.path(field);
        if (value.isArray()) {
            value.forEach(element -> ids.add(id(element, field, logId)));
        } else if (!value.isMissingNode() && !value.isNull() && !value.asText().isEmpty()) {
            ids.add(id(value, field, logId));
        }
        return ids;
    }

    private static String id(JsonNode value, String field, @Nullable String logId) {
        boolean exact = value.isIntegralNumber() || value.isTextual();
        if (!exact || !ID.matcher(value.asText()).matches()) {
            throw new MalformedAnswer("odd_" + field, logId, null);
        }
        return value.asText();
    }
}
