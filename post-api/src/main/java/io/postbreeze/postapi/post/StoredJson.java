package io.postbreeze.postapi.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.postbreeze.postapi.post.validation.PlatformOptions;
import java.util.List;
import java.util.Map;

/** Lists and options as the text that a column holds. */
final class StoredJson {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> TEXTS_BY_KEY = new TypeReference<>() {};
    private static final TypeReference<PlatformOptions> OPTIONS = new TypeReference<>() {};
    private static final TypeReference<PostChange> CHANGE = new TypeReference<>() {};
    private static final TypeReference<PostView> VIEW = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private StoredJson() {}

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Lists and records are writable", e);
        }
    }

    static List<String> texts(String json) {
        return read(json, TEXTS);
    }

    static Map<String, String> textsByKey(String json) {
        return read(json, TEXTS_BY_KEY);
    }

    static PlatformOptions options(String json) {
        return read(json, OPTIONS);
    }

    static PostChange change(String json) {
        return read(json, CHANGE);
    }

    static PostView view(String json) {
        return read(json, VIEW);
    }

    static Map<String, Object> fields(String json) {
        return read(json, FIELDS);
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The column holds what nobody wrote", e);
        }
    }
}
