package io.postbreeze.sandbox.business;

import io.postbreeze.sandbox.display.Audience;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Insights of a video. One that is not known is null, or an empty list, and never nought. */
final class InsightFields {
    /** What visitors do, for registered businesses only, and how many of them. */
    private static final Map<String, Double> CLICKS = Map.of(
            "website_clicks", 0.05,
            "phone_number_clicks", 0.011,
            "lead_submissions", 0.004,
            "app_download_clicks", 0.008,
            "email_clicks", 0.005,
            "address_clicks", 0.007);

    private static final Set<String> LISTS = Set.of(
            "video_view_retention",
            "impression_sources",
            "audience_genders",
            "audience_countries",
            "audience_cities",
            "audience_types",
            "engagement_likes");
    /** What goes silent when nobody comes by any more. */
    private static final Set<String> GOING_SILENT = Set.of(
            "full_video_watched_rate",
            "total_time_watched",
            "average_time_watched",
            "impression_sources",
            "audience_countries");

    static final Set<String> KNOWN = Stream.of(
                    CLICKS.keySet(),
                    LISTS,
                    Set.of(
                            "total_time_watched",
                            "average_time_watched",
                            "full_video_watched_rate",
                            "new_followers",
                            "profile_views"))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private InsightFields() {}

    static boolean isForBusinesses(String field) {
        return field.equals("profile_views") || CLICKS.containsKey(field);
    }

    /** Counted among the basics, but known no better than insights. */
    static @Nullable Long reach(Known known) {
        return known.isEmpty() || known.isQuiet() ? null : known.numbers().reach();
    }

    static @Nullable Object value(String field, Known known) {
        if (known.isEmpty() || (known.isQuiet() && GOING_SILENT.contains(field))) {
            return LISTS.contains(field) ? new JsonArray() : null;
        }
        return LISTS.contains(field) ? list(field, known) : number(field, known);
    }

    private static @Nullable Object number(String field, Known known) {
        boolean isVideo = known.durationMs() > 0;
        return switch (field) {
            case "total_time_watched" -> known.watching().totalSeconds();
            case "average_time_watched" -> known.watching().averageSeconds();
            case "full_video_watched_rate" -> isVideo ? known.watching().fullRate() : null;
            case "new_followers" -> known.watching().newFollowers();
            case "profile_views" -> known.watching().profileViews();
            default -> (long) (known.watching().profileViews() * CLICKS.getOrDefault(field, 0.0));
        };
    }

    private static JsonArray list(String field, Known known) {
        Audience audience = Audience.of(known.entry().id());
        return switch (field) {
            case "video_view_retention" -> bySecond(known.watching().retention(), "percentage");
            case "impression_sources" -> Figures.parts(known.watching().sources(), "impression_source");
            case "audience_genders" -> Figures.parts(audience.genders(), "gender");
            case "audience_countries" -> Figures.parts(audience.countries(), "country");
            case "audience_cities" -> Figures.parts(audience.cities(), "city_name");
            case "audience_types" -> types(audience);
            default -> bySecond(likes(known.watching().retention()), "percentage");
        };
    }

    private static JsonArray types(Audience audience) {
        JsonArray types = new JsonArray();
        type(types, "NEW_VIEWER", audience.newcomers());
        type(types, "RETURN_VIEWER", rest(audience.newcomers()));
        type(types, "FOLLOWER_PERCENT", audience.followers());
        type(types, "NON_FOLLOWER_PERCENT", rest(audience.followers()));
        return types;
    }

    private static void type(JsonArray types, String name, double part) {
        types.add(new JsonObject().put("type", name).put("percentage", part));
    }

    private static double rest(double part) {
        return Math.round((1 - part) * 10_000) / 10_000.0;
    }

    /** When in the video people like it: as many of them as are still there. */
    private static List<Double> likes(List<Double> retention) {
        double sum = retention.stream().mapToDouble(Double::doubleValue).sum();
        return retention.stream()
                .map(left -> Math.round(left / sum * 10_000) / 10_000.0)
                .toList();
    }

    private static JsonArray bySecond(List<Double> parts, String name) {
        JsonArray array = new JsonArray();
        for (int second = 0; second < parts.size(); second++) {
            array.add(new JsonObject().put("second", String.valueOf(second)).put(name, parts.get(second)));
        }
        return array;
    }
}
