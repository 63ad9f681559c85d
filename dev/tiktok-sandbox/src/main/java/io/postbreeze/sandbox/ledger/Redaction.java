package io.postbreeze.sandbox.ledger;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes secrets out of what was said. */
final class Redaction {
    private static final String GONE = "***";

    private Redaction() {}

    static JsonObject of(JsonObject said) {
        JsonObject clean = new JsonObject();
        for (Map.Entry<String, Object> field : said) {
            clean.put(field.getKey(), isSecret(field.getKey()) ? GONE : value(field.getValue()));
        }
        return clean;
    }

    private static @Nullable Object value(@Nullable Object said) {
        return switch (said) {
            case JsonObject object -> of(object);
            case JsonArray list ->
                new JsonArray(list.stream().map(Redaction::value).toList());
            case String text when text.startsWith("http") -> text.replaceFirst("(?s)[?#].*", "?…");
            case null, default -> said;
        };
    }

    /** Client keys and ids are public; the authorization code is as good as a token. */
    private static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("secret")
                || (lower.contains("token") && !lower.equals("token_type"))
                || lower.contains("password")
                || lower.contains("verifier")
                || lower.contains("signature")
                || lower.equals("code")
                || lower.equals("auth_code");
    }
}
