package io.postbreeze.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.postbreeze.testkit.SampleVideo;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sections 5, 5.1 and 5.2: the Business API's envelope, accounts and videos. */
class BusinessIT extends Running {
    private static final String CREATOR = "-000sandboxcreator0001";
    private static final String BASE = "/open_api/v1.3/";
    private static final String INSIGHTS =
            "[\"item_id\",\"video_views\",\"reach\",\"total_time_watched\",\"average_time_watched\","
                    + "\"full_video_watched_rate\",\"impression_sources\",\"audience_countries\",\"new_followers\","
                    + "\"profile_views\",\"audience_types\"]";

    private String access = "";

    @BeforeEach
    void connect() {
        access = tokenWith("sandbox_creator", null);
    }

    @Test
    void aSuccessHasANumberAndARequestId() {
        JsonObject answer = get("business/get/?business_id=" + CREATOR);

        assertThat(answer.getInteger("http")).isEqualTo(200);
        assertThat(answer.getInteger("code")).isZero();
        assertThat(answer.getString("message")).isEqualTo("OK");
        assertThat(answer.getString("request_id")).isNotEmpty();
        assertThat(answer.getJsonObject("data").fieldNames())
                .containsExactlyInAnyOrder("display_name", "profile_image");
    }

    @Test
    void theTokenStandsAloneInItsHeaderAndIsOfThisPlatform() {
        String path = "business/get/?business_id=" + CREATOR;

        assertThat(code(get(path, "Bearer " + access))).isEqualTo(40105);
        assertThat(code(get(path, token))).isEqualTo(40105);
        assertThat(code(get(path, "act.unknown"))).isEqualTo(40105);
        clock.advance(Duration.ofHours(24));
        assertThat(code(get(path))).isEqualTo(40105);
    }

    @ParameterizedTest
    @CsvSource({
        "'business/get/?business_id=-000sandboxprivate0002',40001",
        "'business/get/',40002",
        "'business/get/?business_id=ME&fields=display_name',40002",
        "'business/get/?business_id=ME&fields=[1]',40002",
        "'business/get/?business_id=ME&fields=[]',40002",
        "'business/get/?business_id=ME&fields=[\"shoe_size\"]',40002",
        "'business/get/?business_id=ME&start_date=2026-10-01',40002",
        "'business/get/?business_id=ME&start_date=2026-10-02',0",
        "'business/get/?business_id=ME&start_date=01.11.2026',40002",
        "'business/get/?business_id=ME&end_date=2026-12-02',40002",
        "'business/get/?business_id=ME&start_date=2026-11-20&end_date=2026-11-19',40002",
        "'business/video/list/?business_id=ME&max_count=21',40002",
        "'business/video/list/?business_id=ME&max_count=0',40002",
        "'business/video/list/?business_id=ME&cursor=x',40002",
        "'business/video/list/?business_id=ME&filters=[]',40002",
        "'business/video/list/?business_id=ME&filters={\"video_ids\":\"1\"}',40002",
        "'business/video/list/?business_id=ME&filters={\"ad_post_only\":1}',40002",
        "'business/video/list/?business_id=ME&max_count=20',0"
    })
    void aWrongRequestIsHttp200WithANumber(String path, int code) {
        JsonObject answer = get(path.replace("ME", CREATOR));

        assertThat(answer.getInteger("http")).isEqualTo(200);
        assertThat(code(answer)).isEqualTo(code);
    }

    @Test
    void aPathThatDoesNotExistIsNotFoundInTheSameEnvelope() {
        JsonObject answer = get("business/videos/list/?business_id=" + CREATOR);

        assertThat(answer.getInteger("http")).isEqualTo(404);
        assertThat(answer.getInteger("code")).isNotZero();
        assertThat(answer.getString("request_id")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "business/get/,username,user.info.username",
        "business/get/,is_business_account,user.account.type",
        "business/get/,followers_count,user.info.stats",
        "business/get/,bio_description,user.info.profile",
        "business/get/,video_views,user.insights",
        "business/get/,audience_ages,user.insights",
        "business/video/list/,likes,video.list",
        "business/video/list/,total_time_watched,'video.list,video.insights'"
    })
    void eachFieldNeedsItsScope(String path, String field, String scopes) {
        String query = path + "?business_id=" + CREATOR + "&fields=[\"" + field + "\"]";

        assertThat(code(get(query, tokenWith("sandbox_creator", scopes)))).isZero();
        assertThat(code(get(query, tokenWith("sandbox_creator", "user.info.basic"))))
                .isEqualTo(40001);
    }

    @Test
    void theTwentyFirstCallOfASecondIsTooMuchUnlessLimitsAreOff() {
        String path = "business/get/?business_id=" + CREATOR;
        for (int i = 0; i < 20; i++) {
            assertThat(code(get(path))).isZero();
        }

        assertThat(code(get(path))).isEqualTo(40100);
        client.send("POST", "/sandbox/settings", new JsonObject().put("limits", false));
        assertThat(code(get(path))).isZero();
        client.send("POST", "/sandbox/settings", new JsonObject().put("limits", true));
        clock.advance(Duration.ofSeconds(1));
        assertThat(code(get(path))).isZero();
    }

    @Test
    void daysAreToldOnceTheyAreADayOldAndAddUp() {
        publicPost();
        clock.advance(Duration.ofDays(5));
        String path = "business/get/?business_id=" + CREATOR + "&start_date=2026-11-30&fields=[\"video_views\","
                + "\"unique_video_views\",\"likes\",\"daily_total_followers\",\"daily_new_followers\","
                + "\"daily_lost_followers\",\"profile_views\",\"audience_activity\"]";
        access = tokenWith("sandbox_creator", null);
        JsonArray days = get(path).getJsonObject("data").getJsonArray("metrics");

        assertThat(dates(days)).containsExactly("2026-11-30", "2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04");
        assertThat(days.getJsonObject(0).getLong("video_views")).isZero();
        assertThat(days.getJsonObject(1).getLong("video_views")).isPositive();
        for (int i = 1; i < days.size(); i++) {
            JsonObject day = days.getJsonObject(i);
            long before = days.getJsonObject(i - 1).getLong("daily_total_followers");
            assertThat(day.getLong("daily_total_followers"))
                    .isEqualTo(before + day.getLong("daily_new_followers") - day.getLong("daily_lost_followers"));
            assertThat(day.getLong("daily_lost_followers")).isNotNegative();
            assertThat(day.getJsonArray("audience_activity")).hasSize(24);
        }
        assertThat(get(path).getJsonObject("data").getJsonArray("metrics")).isEqualTo(days);
    }

    @Test
    void anAudienceNeedsAHundredFollowersAndClicksABusiness() {
        client.send("PATCH", "/sandbox/creators/sandbox_private", new JsonObject().put("followers", 10));
        String fields = "&fields=[\"audience_ages\",\"profile_views\",\"likes\"]";
        JsonObject big = get("business/get/?business_id=" + CREATOR + fields).getJsonObject("data");
        JsonObject small = get(
                        "business/get/?business_id=-000sandboxprivate0002" + fields, tokenWith("sandbox_private", null))
                .getJsonObject("data");

        assertThat(big.getJsonArray("audience_ages")).hasSize(5);
        assertThat(big.getJsonArray("metrics").getJsonObject(0).fieldNames()).contains("profile_views");
        assertThat(small.containsKey("audience_ages")).isFalse();
        assertThat(small.getJsonArray("metrics").getJsonObject(0).fieldNames())
                .contains("likes")
                .doesNotContain("profile_views");
    }

    @Test
    void insightsComeADayOrTwoLate() {
        publicPost();
        assertThat(insights().getValue("total_time_watched")).isNull();
        assertThat(insights().getJsonArray("impression_sources")).isEmpty();
        clock.advance(Duration.ofHours(35));
        assertThat(insights().getLong("video_views")).isZero();
        clock.advance(Duration.ofHours(2));
        JsonObject known = insights();

        assertThat(known.getLong("video_views")).isPositive();
        assertThat(known.getDouble("total_time_watched"))
                .isCloseTo(known.getDouble("average_time_watched") * known.getLong("video_views"), within(0.01));
        assertThat(known.getLong("reach")).isLessThanOrEqualTo(known.getLong("video_views"));
        clock.advance(Duration.ofHours(20));
        assertThat(insights()).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({"A,3,true", "A,120,false", "B,3,false", "B,120,true", "OFF,3,true", "OFF,120,true"})
    void insightsAreEmptyByTheReadingThatIsSet(String reading, int days, boolean isTold) {
        client.send("POST", "/sandbox/settings", new JsonObject().put("businessEmptiness", reading));
        publicPost();
        clock.advance(Duration.ofDays(days));
        JsonObject insights = insights();

        assertThat(insights.getValue("total_time_watched") != null).isEqualTo(isTold);
        assertThat(insights.getValue("reach") != null).isEqualTo(isTold);
        assertThat(insights.getJsonArray("audience_countries").isEmpty()).isEqualTo(!isTold);
        assertThat(insights.getLong("video_views")).isPositive();
        assertThat(insights.getValue("new_followers") != null).isEqualTo(isTold || reading.equals("A"));
    }

    @Test
    void aListIsPagedAndFiltered() {
        publicPost();
        clock.advance(Duration.ofMinutes(1));
        publicPost();
        JsonObject first = list("&max_count=1");
        JsonObject second = list("&max_count=1&cursor=" + first.getLong("cursor"));
        String id = second.getJsonArray("videos").getJsonObject(0).getString("item_id");

        assertThat(first.getBoolean("has_more")).isTrue();
        assertThat(second.getBoolean("has_more")).isFalse();
        assertThat(first.getJsonArray("videos")).isNotEqualTo(second.getJsonArray("videos"));
        assertThat(list("&filters={\"video_ids\":[\"" + id + "\",\"1\"]}").getJsonArray("videos"))
                .isEqualTo(second.getJsonArray("videos"));
        assertThat(list("&filters={\"ad_post_only\":true}").getJsonArray("videos"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELF_ONLY", "MUTUAL_FOLLOW_FRIENDS"})
    void onlyPublicPostsAreListed(String privacy) {
        post(privacy, SampleVideo.bytes());
        clock.advance(Duration.ofMinutes(1));

        assertThat(list("").getJsonArray("videos")).isEmpty();
    }

    private void publicPost() {
        post("PUBLIC_TO_EVERYONE", SampleVideo.bytes());
        clock.advance(Duration.ofSeconds(10));
    }

    private JsonObject list(String query) {
        return get("business/video/list/?business_id=" + CREATOR + query).getJsonObject("data");
    }

    private JsonObject insights() {
        access = tokenWith("sandbox_creator", null);
        return list("&fields=" + INSIGHTS).getJsonArray("videos").getJsonObject(0);
    }

    private static List<String> dates(JsonArray days) {
        return days.stream().map(day -> ((JsonObject) day).getString("date")).toList();
    }

    private static int code(JsonObject answer) {
        return answer.getInteger("code");
    }

    private JsonObject get(String path) {
        return get(path, access);
    }

    private JsonObject get(String path, String accessToken) {
        String[] parts = path.split("\\?", 2);
        String query = parts.length == 1 ? "" : "?" + encoded(parts[1]);
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + BASE + parts[0] + query))
                        .header("Access-Token", accessToken));
        return new JsonObject(answer.body()).put("http", answer.statusCode());
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8)
                .replace("%3D", "=")
                .replace("%26", "&");
    }

    private String tokenWith(String creator, String scopes) {
        JsonObject body = new JsonObject().put("openId", creator).put("kind", "business");
        if (scopes != null) {
            body.put("scopes", scopes);
        }
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/sandbox/tokens"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.encode())));
        return new JsonObject(answer.body()).getString("accessToken");
    }
}
