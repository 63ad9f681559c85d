package io.postbreeze.postapi.post.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/** The smallest valid bodies, and ways to spoil them. */
final class Bodies {
    static final String FLAT = """
            {"content":"Hello","scheduledFor":"2026-12-24T18:00:00Z","mediaIds":["med_1"],
             "platforms":[{"accountId":"soc_1","platformOptions":{"platform":"TIKTOK_PERSONAL",
             "privacy":"PUBLIC_TO_EVERYONE"}}]}""";
    static final String NESTED = """
            {"caption":"Hello","scheduledAt":"2026-12-24T18:00:00Z","mediaIds":["med_1"],
             "targets":[{"socialAccountId":"soc_1","platformOptions":{"platform":"TIKTOK_PERSONAL",
             "privacy":"PUBLIC_TO_EVERYONE"}}]}""";

    private Bodies() {}

    static RequestReader.Reading read(String json) {
        return RequestReader.read(map(json));
    }

    static RequestReader.Reading read(String json, String found, String replacement) {
        if (!json.contains(found)) {
            throw new IllegalArgumentException("Nothing to replace: " + found);
        }
        return read(json.replace(found, replacement));
    }

    static List<String> told(List<Broken> broken) {
        return broken.stream().map(one -> one.rule() + " " + one.path()).toList();
    }

    @SuppressWarnings("unchecked") // A JSON object is a map of strings.
    private static Map<String, Object> map(String json) {
        try {
            return new ObjectMapper().readValue(json, Map.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
