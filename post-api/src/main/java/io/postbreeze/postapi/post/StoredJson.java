package io.postbreeze.postapi.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postbreeze.postapi.post.validation.PlatformOptions;
import java.util.List;

/** Lists and options as the text that a column holds. */
final class StoredJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private StoredJson() {}

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Lists and records are writable", e);
        }
    }

    static List<String> texts(String json) {
        try {
            return JSON.readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The column holds what nobody wrote", e);
        }
    }

    static PlatformOptions options(String json) {
        try {
            return JSON.readValue(json, PlatformOptions.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The column holds what nobody wrote", e);
        }
    }
}
