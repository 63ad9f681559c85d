package io.postbreeze.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import io.postbreeze.tiktok.ApiAnswers.Data;
import io.postbreeze.tiktok.TikTokException.MalformedAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the data of the Content Posting API. */
final class PublishingAnswers {

    private static final Pattern PUBLISH_ID = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private PublishingAnswers() {}

    static CreatorInfo creatorInfo(Data answer) {
        JsonNode data = answer.data();
        if (!data.path("privacy_level_options").isArray()) {
            throw new MalformedAnswer("missing_privacy_level_options", answer.logId(), null);
        }
        return new CreatorInfo(
                Json.text(data, "creator_username"),
                Json.text(data, "creator_nickname"),
                Json.text(data, "creator_avatar_url"),
                privacyLevels(data.path("privacy_level_options")),
                Json.flag(data, "comment_disabled"),
                Json.flag(data, "duet_disabled"),
                Json.flag(data, "stitch_disabled"),
                maxDuration(Json.number(data, "max_video_post_duration_sec")));
    }

    static String publishId(Data answer) {
        String publishId = Json.requiredText(answer.data(), "publish_id", answer.logId());
        if (!PUBLISH_ID.matcher(publishId).matches()) {
            throw new MalformedAnswer("odd_publish_id", answer.logId(), null);
        }
        return publishId;
    }

    static InitializedUpload initializedUpload(Data answer, TikTokConfig config) {
        String publishId = publishId(answer);
        String address = Json.requiredText(answer.data(), "upload_url", answer.logId());
        return new InitializedUpload(publishId, uploadUrl(address, config, answer.logId()), answer.logId());
    }

    static PublishStatus status(Data answer) {
        JsonNode data = answer.data();
        String failReason = Json.text(data, "fail_reason");
        return new PublishStatus(
                state(Json.requiredText(data, "status", answer.logId())),
                failReason == null ? null : HttpAnswer.safeCode(failReason),
                publicPostIds(data, answer.logId()),
                Json.number(data, "uploaded_bytes"),
                Json.number(data, "downloaded_bytes"),
                answer.logId());
    }

    private static List<String> publicPostIds(JsonNode data, @Nullable String logId) {
        // TikTok's field carries a typing error; should they ever mend it, the ids must not vanish.
        List<String> asWritten = Json.ids(data, "publicaly_available_post_id", logId);
        return asWritten.isEmpty() ? Json.ids(data, "publicly_available_post_id", logId) : asWritten;
    }

    private static UploadUrl uploadUrl(String address, TikTokConfig config, @Nullable String logId) {
        UploadUrl url;
        try {
            url = UploadUrl.of(address);
        } catch (IllegalArgumentException _) {
            throw new MalformedAnswer("odd_upload_url", logId, null);
        }
        if (!url.isAllowedBy(config)) {
            throw new MalformedAnswer("foreign_upload_url", logId, null);
        }
        return url;
    }

    private static PublishStatus.State state(String word) {
        return Arrays.stream(PublishStatus.State.values())
                .filter(state -> state.name().equals(word))
                .findFirst()
                .orElse(PublishStatus.State.UNKNOWN);
    }

    private static List<PrivacyLevel> privacyLevels(JsonNode options) {
        List<PrivacyLevel> levels = new ArrayList<>();
        for (JsonNode option : options) {
            Arrays.stream(PrivacyLevel.values())
                    .filter(level -> level.name().equals(option.asText()))
                    .forEach(levels::add);
        }
        return levels;
    }

    private static @Nullable Duration maxDuration(@Nullable Long seconds) {
        return seconds == null || seconds <= 0 ? null : Duration.ofSeconds(seconds);
    }
}
