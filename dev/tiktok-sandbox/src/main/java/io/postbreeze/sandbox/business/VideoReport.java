package io.postbreeze.sandbox.business;

import io.postbreeze.sandbox.business.BusinessDoor.Visit;
import io.postbreeze.sandbox.display.Entry;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code business/video/list}: public posts with their lifetime totals, newest first. */
final class VideoReport {
    private static final int MOST_VIDEOS = 20;
    private static final int USUAL_VIDEOS = 10;
    private static final long LAST_CURSOR = 999_999_999_999_999_999L;
    private static final Set<String> BASIC = Set.of(
            "item_id",
            "media_type",
            "is_ad",
            "thumbnail_url",
            "share_url",
            "embed_url",
            "caption",
            "video_duration",
            "likes",
            "comments",
            "shares",
            "favorites",
            "create_time",
            "reach",
            "video_views");
    private static final Set<String> KNOWN =
            Stream.concat(BASIC.stream(), InsightFields.KNOWN.stream()).collect(Collectors.toUnmodifiableSet());

    private final World world;

    VideoReport(World world) {
        this.world = world;
    }

    JsonObject of(Visit visit) {
        Set<String> fields = visit.query().fields(Set.of("item_id"), KNOWN);
        long cursor = visit.query().number("cursor", LAST_CURSOR, 0, LAST_CURSOR);
        long most = visit.query().number("max_count", USUAL_VIDEOS, 1, MOST_VIDEOS);
        JsonObject filters = visit.query().object("filters");
        Optional<Set<String>> wanted = wanted(filters);
        boolean adsOnly = isAdsOnly(filters);
        visit.needs("video.list");
        if (!BASIC.containsAll(fields)) {
            visit.needs("video.insights");
        }

        List<Entry> older = Entry.of(world, visit.creator().openId()).stream()
                .filter(entry -> entry.at() < cursor && !adsOnly)
                .filter(entry -> wanted.isEmpty() || wanted.get().contains(String.valueOf(entry.id())))
                .toList();
        List<Entry> page = older.stream().limit(most).toList();
        JsonArray videos = new JsonArray();
        page.forEach(entry -> videos.add(video(visit, entry, fields)));
        return new JsonObject()
                .put("videos", videos)
                .put("cursor", page.isEmpty() ? 0 : page.getLast().at())
                .put("has_more", older.size() > page.size());
    }

    private static Optional<Set<String>> wanted(JsonObject filters) {
        return switch (filters.getValue("video_ids")) {
            case null -> Optional.empty();
            case JsonArray ids when ids.size() <= MOST_VIDEOS -> Optional.of(Query.names(ids, "filters.video_ids"));
            default -> throw BusinessRefusal.badParameter("filters.video_ids: must be an array of at most 20");
        };
    }

    private static boolean isAdsOnly(JsonObject filters) {
        return switch (filters.getValue("ad_post_only")) {
            case null -> false;
            case Boolean only -> only;
            default -> throw BusinessRefusal.badParameter("filters.ad_post_only: must be true or false");
        };
    }

    private JsonObject video(Visit visit, Entry entry, Set<String> fields) {
        Known known = Known.of(entry, world.now(), world.settings().businessEmptiness());
        JsonObject video = new JsonObject();
        for (String field : fields) {
            if (InsightFields.isForBusinesses(field) && !visit.creator().business()) {
                continue;
            }
            video.put(
                    field,
                    InsightFields.KNOWN.contains(field)
                            ? InsightFields.value(field, known)
                            : basic(field, known, visit.creator().handle(), world.now()));
        }
        return video;
    }

    private static @Nullable Object basic(String field, Known known, String handle, Instant now) {
        Entry entry = known.entry();
        return switch (field) {
            case "likes" -> known.numbers().likes();
            case "comments" -> known.numbers().comments();
            case "shares" -> known.numbers().shares();
            case "favorites" -> known.numbers().favorites();
            case "video_views" -> known.numbers().views();
            case "reach" -> InsightFields.reach(known);
            case "media_type" -> entry.post().kind() == Post.Kind.VIDEO ? "VIDEO" : "PHOTO";
            case "is_ad" -> false;
            case "thumbnail_url" -> entry.coverUrl(now);
            case "share_url" -> entry.shareUrl(handle);
            case "embed_url" -> entry.embedUrl();
            case "caption" -> entry.post().info().caption();
            case "video_duration" -> known.durationMs() / 1_000.0;
            case "create_time" -> entry.posted().getEpochSecond();
            default -> String.valueOf(entry.id());
        };
    }
}
