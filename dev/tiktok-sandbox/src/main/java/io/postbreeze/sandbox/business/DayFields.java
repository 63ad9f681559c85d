package io.postbreeze.sandbox.business;

import io.postbreeze.sandbox.display.AccountNumbers;
import io.postbreeze.sandbox.display.Numbers;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One day of an account. */
final class DayFields {
    private static final int HOURS = 24;
    private static final double ENGAGED_PART = 0.8;
    /** For a registered business account only: what visitors of its profile do next, and how many of them. */
    private static final Map<String, Double> CLICKS = Map.of(
            "phone_number_clicks", 0.011,
            "lead_submissions", 0.004,
            "app_download_clicks", 0.008,
            "bio_link_clicks", 0.06,
            "email_clicks", 0.005,
            "address_clicks", 0.007);

    static final Set<String> KNOWN = Stream.concat(
                    CLICKS.keySet().stream(),
                    Stream.of(
                            "video_views",
                            "unique_video_views",
                            "profile_views",
                            "likes",
                            "comments",
                            "shares",
                            "followers_count",
                            "daily_total_followers",
                            "daily_new_followers",
                            "daily_lost_followers",
                            "audience_activity",
                            "engaged_audience"))
            .collect(Collectors.toUnmodifiableSet());

    private DayFields() {}

    /** Whether a field asks for days; {@code followers_count} alone means the profile's. */
    static boolean isOnlyDaily(String field) {
        return KNOWN.contains(field) && !field.equals("followers_count");
    }

    static JsonObject of(
            LocalDate day, AccountNumbers before, AccountNumbers after, Set<String> fields, boolean business) {
        JsonObject answer = new JsonObject().put("date", day.toString());
        fields.stream()
                .filter(KNOWN::contains)
                .filter(field -> business || !isForBusinesses(field))
                .forEach(field -> answer.put(field, value(field, before, after)));
        return answer;
    }

    private static boolean isForBusinesses(String field) {
        return field.equals("profile_views") || CLICKS.containsKey(field);
    }

    private static Object value(String field, AccountNumbers before, AccountNumbers after) {
        Numbers day = after.posts().since(before.posts());
        return switch (field) {
            case "video_views" -> day.views();
            case "unique_video_views" -> day.reach();
            case "likes" -> day.likes();
            case "comments" -> day.comments();
            case "shares" -> day.shares();
            case "profile_views" -> after.profileViews() - before.profileViews();
            case "followers_count", "daily_total_followers" -> after.followers();
            case "daily_new_followers" -> after.gained() - before.gained();
            case "daily_lost_followers" -> after.lost() - before.lost();
            case "engaged_audience" -> (long) ((day.likes() + day.comments() + day.shares()) * ENGAGED_PART);
            case "audience_activity" -> activity(after);
            default -> clicks(field, after) - clicks(field, before);
        };
    }

    private static long clicks(String field, AccountNumbers numbers) {
        return (long) (numbers.profileViews() * CLICKS.getOrDefault(field, 0.0));
    }

    private static JsonArray activity(AccountNumbers numbers) {
        JsonArray hours = new JsonArray();
        for (int hour = 0; hour < HOURS; hour++) {
            hours.add(new JsonObject().put("hour", String.valueOf(hour)).put("count", numbers.activeAt(hour)));
        }
        return hours;
    }
}
