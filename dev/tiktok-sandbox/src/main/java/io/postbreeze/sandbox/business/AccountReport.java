package io.postbreeze.sandbox.business;

import io.postbreeze.sandbox.business.BusinessDoor.Visit;
import io.postbreeze.sandbox.display.AccountNumbers;
import io.postbreeze.sandbox.display.Audience;
import io.postbreeze.sandbox.display.Entry;
import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code business/get}: a profile, its days, and who follows it. */
final class AccountReport {
    private static final int MOST_DAYS_BACK = 60;
    private static final int USUAL_DAYS_BACK = 7;
    private static final int LEAST_FOLLOWERS = 100;
    private static final String INSIGHTS = "user.insights";
    private static final Set<String> USUAL = Set.of("display_name", "profile_image");
    private static final Set<String> AUDIENCE =
            Set.of("audience_ages", "audience_genders", "audience_countries", "audience_cities");
    private static final Map<String, String> PROFILE = Map.ofEntries(
            Map.entry("is_business_account", "user.account.type"),
            Map.entry("profile_image", "user.info.basic"),
            Map.entry("display_name", "user.info.basic"),
            Map.entry("username", "user.info.username"),
            Map.entry("profile_deep_link", "user.info.profile"),
            Map.entry("bio_description", "user.info.profile"),
            Map.entry("is_verified", "user.info.profile"),
            Map.entry("following_count", "user.info.stats"),
            Map.entry("followers_count", "user.info.stats"),
            Map.entry("total_likes", "user.info.stats"),
            Map.entry("videos_count", "user.info.stats"));
    private static final Set<String> KNOWN = Stream.of(PROFILE.keySet(), DayFields.KNOWN, AUDIENCE)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private final World world;

    AccountReport(World world) {
        this.world = world;
    }

    JsonObject of(Visit visit) {
        Set<String> fields = visit.query().fields(USUAL, KNOWN);
        LocalDate today = LocalDate.ofInstant(world.now(), ZoneOffset.UTC);
        LocalDate start = visit.query().date("start_date", today.minusDays(USUAL_DAYS_BACK));
        LocalDate end = visit.query().date("end_date", today.minusDays(1));
        check(start, end, today);
        fields.forEach(field -> visit.needs(PROFILE.getOrDefault(field, INSIGHTS)));

        Creator creator = visit.creator();
        List<Entry> entries = Entry.of(world, creator.openId());
        AccountNumbers numbers = AccountNumbers.of(creator, entries, world.now());
        JsonObject answer = new JsonObject();
        fields.stream()
                .filter(PROFILE::containsKey)
                .forEach(field -> answer.put(field, profile(field, creator, numbers, entries.size())));
        if (fields.stream().anyMatch(DayFields::isOnlyDaily)) {
            answer.put("metrics", days(creator, entries, fields, start, end));
        }
        if (numbers.followers() >= LEAST_FOLLOWERS) {
            Audience audience = Audience.of(creator.openId().hashCode());
            fields.stream().filter(AUDIENCE::contains).forEach(field -> answer.put(field, audience(field, audience)));
        }
        return answer;
    }

    private static void check(LocalDate start, LocalDate end, LocalDate today) {
        if (start.isBefore(today.minusDays(MOST_DAYS_BACK))) {
            throw BusinessRefusal.badParameter("start_date: must be at most 60 days back");
        }
        if (end.isAfter(today)) {
            throw BusinessRefusal.badParameter("end_date: must not lie ahead");
        }
        if (end.isBefore(start)) {
            throw BusinessRefusal.badParameter("end_date: must not be before start_date");
        }
    }

    /** The days that are known already; the others are left out, not told as nought. */
    private JsonArray days(Creator creator, List<Entry> entries, Set<String> fields, LocalDate start, LocalDate end) {
        Instant known = Figures.knownUntil(world.now());
        JsonArray days = new JsonArray();
        for (LocalDate day = start; !day.isAfter(end); day = day.plusDays(1)) {
            Instant over = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            if (over.isAfter(known)) {
                break;
            }
            Instant begun = day.atStartOfDay(ZoneOffset.UTC).toInstant();
            days.add(DayFields.of(
                    day,
                    AccountNumbers.of(creator, entries, begun),
                    AccountNumbers.of(creator, entries, over),
                    fields,
                    creator.business()));
        }
        return days;
    }

    private static Object profile(String field, Creator creator, AccountNumbers numbers, int videos) {
        return switch (field) {
            case "is_business_account" -> creator.business();
            case "display_name" -> creator.displayName();
            case "username" -> creator.handle();
            case "profile_deep_link" -> "https://www.tiktok.com/@" + creator.handle();
            case "bio_description" -> "I live in a sandbox.";
            case "is_verified" -> false;
            case "following_count" -> creator.followers() / 20;
            case "followers_count" -> numbers.followers();
            case "total_likes" -> numbers.likes();
            case "videos_count" -> videos;
            default -> "https://p16-sign.tiktokcdn.example/" + creator.handle() + ".jpeg";
        };
    }

    private static JsonArray audience(String field, Audience audience) {
        return switch (field) {
            case "audience_ages" -> Figures.parts(audience.ages(), "age");
            case "audience_genders" -> Figures.parts(audience.genders(), "gender");
            case "audience_countries" -> Figures.parts(audience.countries(), "country");
            default -> Figures.parts(audience.cities(), "city_name");
        };
    }
}
