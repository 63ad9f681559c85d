package io.postbreeze.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import io.postbreeze.tiktok.ApiAnswers.Data;
import io.postbreeze.tiktok.TikTokException.MalformedAnswer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the data of the Display API. */
final class DisplayAnswers {

    private DisplayAnswers() {}

    static UserInfo userInfo(Data answer) {
        JsonNode user = answer.data().path("user");
        if (!user.isObject()) {
            throw new MalformedAnswer("missing_user", answer.logId(), null);
        }
        return new UserInfo(
                Json.text(user, "open_id"),
                Json.text(user, "union_id"),
                Json.text(user, "avatar_url"),
                Json.text(user, "display_name"),
                Json.text(user, "bio_description"),
                Json.text(user, "profile_deep_link"),
                Json.optionalFlag(user, "is_verified"),
                Json.text(user, "username"),
                Json.number(user, "follower_count"),
                Json.number(user, "following_count"),
                Json.number(user, "likes_count"),
                Json.number(user, "video_count"));
    }

    static VideoPage page(Data answer) {
        return new VideoPage(
                videos(answer), Json.number(answer.data(), "cursor"), Json.flag(answer.data(), "has_more"));
    }

    static List<VideoStats> videos(Data answer) {
        JsonNode list = answer.data().path("videos");
        if (!list.isArray() && !list.isMissingNode() && !list.isNull()) {
            throw new MalformedAnswer("odd_videos", answer.logId(), null);
        }
        List<VideoStats> videos = new ArrayList<>();
        list.forEach(video -> videos.add(video(video, answer.logId())));
        return videos;
    }

    private static VideoStats video(JsonNode video, @Nullable String logId) {
        List<String> id = Json.ids(video, "id", logId);
        if (id.size() != 1) {
            throw new MalformedAnswer("missing_id", logId, null);
        }
        return new VideoStats(
                id.getFirst(),
                Json.text(video, "title"),
                Json.text(video, "video_description"),
                instant(Json.number(video, "create_time")),
                Json.number(video, "view_count"),
                Json.number(video, "like_count"),
                Json.number(video, "comment_count"),
                Json.number(video, "share_count"),
                Json.text(video, "share_url"));
    }

    private static @Nullable Instant instant(@Nullable Long epochSeconds) {
        try {
            return epochSeconds == null ? null : Instant.ofEpochSecond(epochSeconds);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
