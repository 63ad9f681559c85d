package io.postbreeze.postapi.tiktokevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A message of TikTok.
 *
 * @param clientKey which app it is for
 * @param event TikTok's name of what happened
 * @param openId the creator, null when it names none
 * @param publishId the publication, null when it names none
 * @param postId the public post, null when it names none
 * @param reason why, as text; null when it says nothing
 */
record TikTokMessage(
        String clientKey,
        String event,
        @Nullable String openId,
        @Nullable String publishId,
        @Nullable String postId,
        @Nullable String reason) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a body, whose {@code content} is JSON in a text; null when it is no message. */
    static @Nullable TikTokMessage read(byte[] body) {
        JsonNode message = tree(body);
        if (message == null
                || !message.path("event").isTextual()
                || !message.path("client_key").isTextual()) {
            return null;
        }
        JsonNode content = content(message.path("content"));
        return new TikTokMessage(
                message.path("client_key").asText(),
                message.path("event").asText(),
                text(message, "user_openid"),
                text(content, "publish_id"),
                text(content, "post_id"),
                text(content, "reason"));
    }

    boolean isRemovedAuthorization() {
        return event.equals("authorization.removed");
    }

    /** The content is there twice encoded; a message whose content cannot be read is kept all the same. */
    private static JsonNode content(JsonNode content) {
        JsonNode inner = content.isTextual() ? parsed(content.asText()) : content;
        return inner == null ? JSON.createObjectNode() : inner;
    }

    /** TikTok's ids are 64-bit and come as numbers here and as texts there. */
    private static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isValueNode() && !value.isNull() && !value.asText().isEmpty() ? value.asText() : null;
    }

    private static @Nullable JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            return null;
        }
    }
}
