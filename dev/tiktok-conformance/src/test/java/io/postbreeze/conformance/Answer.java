package io.postbreeze.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/**
 * What came back.
 *
 * @param status of HTTP
 * @param headers of HTTP
 * @param json the body; a missing node when it is no JSON
 */
record Answer(int status, HttpHeaders headers, JsonNode json) {

    /** HTTP status and TikTok's word. */
    String code() {
        return status + " " + json.path("error").path("code").asText("-");
    }

    String message() {
        return json.path("error").path("message").asText();
    }

    JsonNode data() {
        return json.path("data");
    }

    String text(String field) {
        return data().path(field).asText();
    }
}
