package io.postbreeze.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpHeaders;

/** What came back, whichever of the three envelopes it has. */
record Answer(int status, String text, HttpHeaders headers) {

    JsonObject body() {
        return text.isBlank() || !text.stripLeading().startsWith("{") ? new JsonObject() : new JsonObject(text);
    }

    JsonObject data() {
        return body().getJsonObject("data", new JsonObject());
    }

    /** The word (or number) that decides: v2's error.code, OAuth's error, the Business API's code; else "". */
    String code() {
        JsonObject body = body();
        Object error = body.getValue("error");
        if (error instanceof JsonObject envelope) {
            return envelope.getString("code", "");
        }
        return error != null ? error.toString() : String.valueOf(body.getValue("code", ""));
    }

    String message() {
        return body().getValue("error") instanceof JsonObject envelope
                ? envelope.getString("message", "")
                : body().getString("message", "");
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** As in the reference's tables: status and code. */
    Answer is(int expectedStatus, String expectedCode) {
        assertThat(status + " " + code()).as(text).isEqualTo(expectedStatus + " " + expectedCode);
        return this;
    }

    Answer ok() {
        return is(200, "ok");
    }

    Answer says(String expected) {
        assertThat(message()).as(text).isEqualTo(expected);
        return this;
    }
}
