package io.postbreeze.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import io.postbreeze.tiktok.ApiAnswers.Data;
import io.postbreeze.tiktok.TikTokException.MalformedAnswer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the flat answers of the OAuth API. */
final class OAuthAnswers {

    /** Ten years: a longer life is a mistake, and would overflow what is computed from it. */
    private static final long MAX_LIFE_SECONDS = 10L * 366 * 24 * 3600;

    private OAuthAnswers() {}

    static TokenGrant grant(Data answer) {
        JsonNode root = answer.data();
        String logId = answer.logId();
        String access = Json.requiredText(root, "access_token", logId);
        String refresh = Json.requiredText(root, "refresh_token", logId);
        try {
            return new TokenGrant(
                    Json.requiredText(root, "open_id", logId),
                    scopes(Json.text(root, "scope")),
                    new AccessToken(access),
                    life(root, "expires_in", logId),
                    new RefreshToken(refresh),
                    life(root, "refresh_expires_in", logId));
        } catch (IllegalArgumentException _) {
            throw new MalformedAnswer("odd_token", logId, null);
        }
    }

    private static Set<String> scopes(@Nullable String list) {
        return Arrays.stream((list == null ? "" : list).split("[, ]+", -1))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Duration life(JsonNode root, String field, @Nullable String logId) {
        Long seconds = Json.number(root, field);
        if (seconds == null || seconds <= 0 || seconds > MAX_LIFE_SECONDS) {
            throw new MalformedAnswer("odd_" + field, logId, null);
        }
        return Duration.ofSeconds(seconds);
    }
}
