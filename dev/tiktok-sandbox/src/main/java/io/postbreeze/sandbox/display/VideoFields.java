package io.postbreeze.sandbox.display;

import io.postbreeze.sandbox.http.Html;
import io.postbreeze.sandbox.http.Refusal;
import io.postbreeze.sandbox.state.Medium;
import io.postbreeze.sandbox.state.Post;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/** The fields of a video, or of a carousel, which TikTok lists among the videos. */
final class VideoFields {
    private static final int LONGEST_TEXT = 150;
    private static final Duration COVER_LASTS = Duration.ofHours(6);
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
                        case "cover_image_url" -> cover(entry.id(), now);
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
            case "title" -> cut(Objects.requireNonNullElse(post.info().title(), post.info().caption()));
            case "video_description" -> cut(post.info().caption());
            case "duration" -> Math.round(file.durationMs() / 1000.0);
            case "width" -> file.width();
            case "height" -> file.height();
            case "share_url" -> share(entry, handle);
            case "embed_link" -> "https://www.tiktok.com/embed/v2/" + entry.id();
            case "embed_html" -> embed(entry, handle);
            case "is_aigc" -> post.info().aiGenerated();
            default -> throw Refusal.invalidParams("Fields is invalid: " + field);
        };
    }

    static String share(Entry entry, String handle) {
        return "https://www.tiktok.com/@%s/%s/%d".formatted(handle, entry.word(), entry.id());
    }

    /** An address that is another one every six hours, as the real one dies after so long. */
    static String cover(long id, Instant now) {
        long lasts = COVER_LASTS.toSeconds();
        long until = (now.getEpochSecond() / lasts + 1) * lasts;
        return "https://p16-sign.tiktokcdn.example/%d.jpeg?x-expires=%d".formatted(id, until);
    }

    private static String embed(Entry entry, String handle) {
        return "<blockquote class=\"tiktok-embed\" cite=\"%s\" data-video-id=\"%d\"><section></section></blockquote>"
                .formatted(Html.escape(share(entry, handle)), entry.id());
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
