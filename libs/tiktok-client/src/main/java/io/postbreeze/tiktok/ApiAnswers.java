package io.postbreeze.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;

/** Turns an HTTP answer of the v2 API into its data or the failure it stands for. Nothing else maps TikTok's codes. */
final class ApiAnswers {

    private ApiAnswers() {}

    /**
     * What an enveloped answer carries.
     *
     * @param data the data; an empty object when TikTok sent none
     * @param logId TikTok's id of the call, or null
     */
    record Data(JsonNode data, @Nullable String logId) {}

    /** Reads the answer of everything but OAuth: it succeeded only when its error code is {@code ok}. */
    static Data enveloped(HttpAnswer answer, Effect effect) {
        JsonNode root = Json.parse(answer.body());
        JsonNode error = root.path("error");
        String code = Json.text(error, "code");
        if (code == null) {
            throw withoutCode(answer, effect);
        }
        String logId = logId(answer, error);
        if (!code.equals("ok")) {
            throw refusal(answer, code, logId, Json.text(error, "message"));
        }
        if (!answer.isSuccess()) {
            throw withoutCode(answer, effect);
        }
        JsonNode data = root.path("data");
        return new Data(data.isObject() ? data : JsonNodeFactory.instance.objectNode(), logId);
    }

    /** Reads the flat answer of an OAuth call, whose refusals come with status 200 as well. */
    static Data flat(HttpAnswer answer, Effect effect) {
        JsonNode root = Json.parse(answer.body());
        if (root.path("error").isObject() && !"ok".equals(Json.text(root.path("error"), "code"))) {
            return enveloped(answer, effect);
        }
        String logId = logId(answer, root);
        String error = root.path("error").isTextual() ? Json.text(root, "error") : null;
        if (error != null) {
            throw oauthRefusal(answer, error, logId, Json.text(root, "error_description"));
        }
        boolean empty = answer.body().length() == 0;
        if (!answer.isSuccess() || (!root.isObject() && !empty)) {
            throw withoutCode(answer, effect);
        }
        return new Data(root, logId);
    }

    private static TikTokException refusal(
            HttpAnswer answer, String rawCode, @Nullable String logId, @Nullable String message) {
        String code = HttpAnswer.safeCode(rawCode);
        return switch (code) {
            case "access_token_invalid" -> new TikTokException.AuthorizationExpired(code, logId);
            case "scope_not_authorized", "scope_permission_missed" -> new TikTokException.ScopeMissing(code, logId);
            case "rate_limit_exceeded" -> new TikTokException.Throttled(code, logId, answer.retryAfter());
            case "spam_risk_too_many_posts", "spam_risk_too_many_pending_share", "reached_active_user_cap" ->
                new TikTokException.CapReached(code, logId);
            case "internal_error" -> new TikTokException.Unavailable(code, logId, null);
            // Pages and live answers disagree about the s.
            case "invalid_param" ->
                new TikTokException.Rejected("invalid_params", logId, HttpAnswer.safeDetail(message));
            default -> unknownCode(answer, code, logId, message);
        };
    }

    private static TikTokException oauthRefusal(
            HttpAnswer answer, String rawCode, @Nullable String logId, @Nullable String message) {
        String code = HttpAnswer.safeCode(rawCode);
        return switch (code) {
            case "invalid_grant" -> new TikTokException.ReconnectNeeded(code, logId);
            case "server_error", "temporarily_unavailable" -> new TikTokException.Unavailable(code, logId, null);
            default -> refusal(answer, code, logId, message);
        };
    }

    private static TikTokException unknownCode(
            HttpAnswer answer, String code, @Nullable String logId, @Nullable String message) {
        if (answer.status() == 429) {
            return new TikTokException.Throttled(code, logId, answer.retryAfter());
        }
        if (answer.status() >= 500) {
            return new TikTokException.Unavailable(code, logId, null);
        }
        return new TikTokException.Rejected(code, logId, HttpAnswer.safeDetail(message));
    }

    /** Only the status is left to go by: no JSON, no code, or {@code ok} beside a failing status. */
    private static TikTokException withoutCode(HttpAnswer answer, Effect effect) {
        int status = answer.status();
        String code = "http_" + status;
        if (status == 429) {
            return new TikTokException.Throttled(code, answer.logId(), answer.retryAfter());
        }
        // A gateway that lost its server, or a server that broke, cannot know whether it had already acted.
        if (effect == Effect.LASTING && (status == 500 || status == 502 || status == 504)) {
            return new TikTokException.OutcomeUnknown(code, answer.logId(), null);
        }
        if (status >= 500 || status == 408) {
            return new TikTokException.Unavailable(code, answer.logId(), null);
        }
        return new TikTokException.MalformedAnswer(
                answer.isSuccess() ? "unreadable_answer" : code, answer.logId(), null);
    }

    private static @Nullable String logId(HttpAnswer answer, JsonNode holder) {
        String written = Json.text(holder, "log_id");
        String other = written == null ? Json.text(holder, "logid") : written;
        String safe = HttpAnswer.safeLogId(other);
        return safe == null ? answer.logId() : safe;
    }
}
