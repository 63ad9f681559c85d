package io.postbreeze.sandbox.display;

import io.postbreeze.sandbox.http.Html;
import io.postbreeze.sandbox.http.Refusal;
import io.postbreeze.sandbox.state.Medium;
import io.postbreeze.sandbox.state.Post;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/** The fields of a video, or of a carousel, which TikTok lists among the videos. */
final class VideoFields {
    private static final int LONGEST_TEXT = 150;
    private static final Set<String> KNOWN = Set.of(
            "id",
            "create_time",
            "cover_image_url",
            "share_url",
            "video_description",
            "duration",
            "height",
            "width",
            "title",
            "embed_html",
            "embed_link",
            "like_count",
            "comment_count",
            "share_count",
            "view_count",
            "is_aigc");

    private VideoFields() {}

    /** Refuses names that are no field, before anything is looked up. */
    static void check(Set<String> fields) {
        fields.stream().filter(field -> !KNOWN.contains(field)).findFirst().ifPresent(unknown -> {
            throw Refusal.invalidParams("Fields is invalid: " + unknown);
        });
    }

    static JsonObject of(Entry entry, String handle, Set<String> fields, Instant now) {
        JsonObject video = new JsonObject();
        Numbers numbers = entry.numbers(now);
        for (String field : fields) {
            video.put(
                    field,
                    switch (field) {
                        case "view_count" -> numbers.views();
                        case "like_count" -> numbers.likes();
                        case "comment_count" -> numbers.comments();
                        case "share_count" -> numbers.shares();
                        case "cover_image_url" -> entry.coverUrl(now);
                        default -> lasting(field, entry, handle);
                    });
        }
        return video;
    }

    /** What stays as it is. */
    private static Object lasting(String field, Entry entry, String handle) {
        Post post = entry.post();
        Medium file = post.media().getFirst();
        return switch (field) {
            case "id" -> String.valueOf(entry.id());
            case "create_time" -> entry.posted().getEpochSecond();
            case "title" ->
                cut(Objects.requireNonNullElse(post.info().title(), post.info().caption()));
            case "video_description" -> cut(post.info().caption());
            case "duration" -> Math.round(file.durationMs() / 1000.0);
            case "width" -> file.width();
            case "height" -> file.height();
            case "share_url" -> entry.shareUrl(handle);
            case "embed_link" -> entry.embedUrl();
            case "embed_html" -> embed(entry, handle);
            case "is_aigc" -> post.info().aiGenerated();
            default -> throw Refusal.invalidParams("Fields is invalid: " + field);
        };
    }

    private static String embed(Entry entry, String handle) {
        return "<blockquote class=\"tiktok-embed\" cite=\"%s\" data-video-id=\"%d\"><section></section></blockquote>"
                .formatted(Html.escape(entry.shareUrl(handle)), entry.id());
    }

    /** At most 150 characters, without half of a pair at the end. */
    private static String cut(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        boolean isSplit = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1));
        return text.substring(0, isSplit ? LONGEST_TEXT - 1 : LONGEST_TEXT);
    }
}
