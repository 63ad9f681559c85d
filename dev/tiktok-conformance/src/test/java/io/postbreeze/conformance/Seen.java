package io.postbreeze.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/** Every code that any case has met, and how many cases there were. */
final class Seen {
    static final Set<String> CODES = new ConcurrentSkipListSet<>();
    static final AtomicInteger CASES = new AtomicInteger();

    private Seen() {}

    static void note(int status, String path, JsonNode json) {
        if (path.startsWith("/v2/oauth/")) {
            add("oauth", json.path("error"));
        } else if (path.startsWith("/open_api/")) {
            add("business", json.path("code"));
        } else if (path.startsWith("/v2/")) {
            add(String.valueOf(status), json.path("error").path("code"));
            add("fail_reason", json.path("data").path("fail_reason"));
            add("status", json.path("data").path("status"));
        } else if (path.startsWith("/video/")) {
            CODES.add("upload " + status);
        }
    }

    private static void add(String kind, JsonNode code) {
        if (code.isValueNode()) {
            CODES.add(kind + " " + code.asText());
        }
    }
}
