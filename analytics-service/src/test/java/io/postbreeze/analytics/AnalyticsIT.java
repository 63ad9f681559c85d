package io.postbreeze.analytics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.ManualClock;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "analytics"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(FakePorts.class)
class AnalyticsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<String, Long> COUNTS =
            Map.of("view_count", 9_007_199_254_740_993L, "like_count", 12L, "comment_count", 0L, "share_count", 3L);

    @Inject
    FakeUpstream upstream;

    @Inject
    KafkaTopics kafka;

    @Inject
    ManualClock clock;

    @Inject
    Pool pool;

    @Test
    void a_published_post_is_read_at_once_shown_kept_and_announced() {
        Published post = trackedWith(COUNTS);

        JsonPath shown = awaitViews(post, 9_007_199_254_740_993L);

        assertThat(shown.getString("targets[0].externalPostId")).isEqualTo(post.externalPostId());
        assertThat(shown.getMap("targets[0].metrics"))
                .containsEntry("comments", 0)
                .containsEntry("shares", 3);
        assertThat(shown.getMap("targets[0].unavailable"))
                .containsOnlyKeys("watchTimeSeconds", "avgViewDurationSeconds");
        assertThat(shown.getBoolean("stale")).isFalse();
        assertThat(shown.getString("asOf")).endsWith("Z");
        assertThat(snapshots(post)).isEqualTo(1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kafka.refreshesOf(post.targetId()))
                        .hasSize(1)
                        .first()
                        .satisfies(event -> {
                            assertThat(event.likes()).isEqualTo(12);
                            assertThat(event.workspaceId()).isEqualTo(TestBeans.WORKSPACE);
                        }));
    }

    @Test
    void a_post_whose_id_is_unknown_shows_nulls_with_the_reason_until_tiktok_tells_it() {
        Published post = known(COUNTS);
        kafka.publish(post.publishedWithoutId(clock.instant()));

        JsonPath before = awaitReason(post, "TikTok has not told the post's id yet");
        assertThat(before.getString("asOf")).isNull();
        assertThat(snapshots(post)).isZero();
        kafka.publish(post.identified(clock.instant()));

        awaitViews(post, 9_007_199_254_740_993L);
    }

    @Test
    void repeated_and_swapped_events_take_effect_once() {
        Published post = known(COUNTS);
        Instant publishedAt = clock.instant();
        kafka.publish("evt_a" + post.targetId(), post.identified(publishedAt.plusSeconds(60)));
        kafka.publish("evt_b" + post.targetId(), post.publishedWithoutId(publishedAt));
        kafka.publish("evt_b" + post.targetId(), post.publishedWithoutId(publishedAt));
        kafka.publish("evt_a" + post.targetId(), post.identified(publishedAt.plusSeconds(60)));
        Published after = trackedWith(COUNTS);

        awaitViews(post, 9_007_199_254_740_993L);
        awaitViews(after, 9_007_199_254_740_993L);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(count(
                                "select count(*) from inbox where event_id in ($1, $2)",
                                Tuple.of("evt_a" + post.targetId(), "evt_b" + post.targetId())))
                        .isEqualTo(2));

        assertThat(count(
                        "select count(*) from tracked_post where target_id = $1 and published_at = $2",
                        Tuple.of(post.targetId(), publishedAt.atOffset(ZoneOffset.UTC))))
                .isEqualTo(1);
        assertThat(snapshots(post)).isEqualTo(1);
    }

    @Test
    void a_number_that_tiktok_leaves_out_keeps_its_last_value_and_age() {
        Published post = trackedWith(Map.of("view_count", 10L, "like_count", 1L, "comment_count", 1L));
        JsonPath first = awaitViews(post, 10);
        assertThat(first.getMap("targets[0].metrics")).containsEntry("shares", null);
        assertThat(first.getMap("targets[0].unavailable")).containsEntry("shares", "TikTok did not give this number");

        upstream.video(post.externalPostId(), Map.of("like_count", 2L, "comment_count", 2L, "share_count", 7L));
        clock.advance(Duration.ofHours(1).plusMinutes(3));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shown(post).getMap("targets[0].metrics"))
                        .containsEntry("views", 10)
                        .containsEntry("likes", 2)
                        .containsEntry("shares", 7));
        assertThat(shown(post).getMap("targets[0].unavailable")).doesNotContainKey("shares");
        assertThat(shown(post).getString("asOf")).isEqualTo(first.getString("asOf"));
        assertThat(snapshots(post)).isEqualTo(2);
        clock.advance(Duration.ofHours(13));
        assertThat(shown(post).getBoolean("stale")).isTrue();
    }

    @Test
    void a_refused_token_is_replaced_once() {
        Published post = Published.next();
        upstream.account(post.accountId(), "dead-" + post.accountId(), "live-" + post.accountId());
        upstream.kill("dead-" + post.accountId());
        upstream.video(post.externalPostId(), COUNTS);
        kafka.publish(post.published(clock.instant()));

        awaitViews(post, 9_007_199_254_740_993L);

        assertThat(upstream.tokenQuestionsOf(post.accountId())).hasSize(2);
    }

    @Test
    void a_dead_account_is_asked_for_one_replacement_and_then_left_for_an_hour() {
        Published post = Published.next();
        upstream.account(post.accountId(), "dead-" + post.accountId());
        upstream.kill("dead-" + post.accountId());
        kafka.publish(post.published(clock.instant()));

        awaitReason(post, "the account must be connected again");
        int asked = upstream.queriesOf(post.externalPostId()).size();

        assertThat(asked).isEqualTo(2);
        assertThat(nextRefreshAt(post)).isAfterOrEqualTo(clock.instant().plus(Duration.ofMinutes(59)));
    }

    @Test
    void an_account_that_needs_its_creator_says_so() {
        Published post = Published.next();
        kafka.publish(post.published(clock.instant()));

        awaitReason(post, "the account must be connected again");

        assertThat(upstream.queriesOf(post.externalPostId())).isEmpty();
    }

    @Test
    void a_throttled_account_is_read_later_and_that_is_no_failure() {
        Published post = known(COUNTS);
        upstream.throttle("live-" + post.accountId());
        kafka.publish(post.published(clock.instant()));
        awaitReason(post, "TikTok asks us to wait; the numbers will be read again soon");
        assertThat(count(
                        "select failures::bigint as count from tracked_post where target_id = $1",
                        Tuple.of(post.targetId())))
                .isZero();

        upstream.relax("live-" + post.accountId());
        clock.advance(Duration.ofMinutes(2));

        awaitViews(post, 9_007_199_254_740_993L);
    }

    @Test
    void a_deleted_post_is_marked_and_keeps_its_numbers_while_the_others_go_on() {
        Published gone = trackedWith(COUNTS);
        awaitViews(gone, 9_007_199_254_740_993L);
        Published stays = Published.of(gone.accountId());
        upstream.video(stays.externalPostId(), COUNTS);
        kafka.publish(stays.published(clock.instant()));
        awaitViews(stays, 9_007_199_254_740_993L);
        upstream.remove(gone.externalPostId());
        upstream.video(stays.externalPostId(), Map.of("view_count", 77L));
        clock.advance(Duration.ofHours(1).plusMinutes(3));

        awaitViews(stays, 77);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shown(gone).getString("targets[0].missingSince"))
                        .isNotNull());
        awaitViews(gone, 9_007_199_254_740_993L);
    }

    @Test
    void nobody_sees_what_is_not_theirs() {
        Published post = trackedWith(COUNTS);
        awaitViews(post, 9_007_199_254_740_993L);

        get(post, TestBeans.OTHER_KEY)
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"))
                .body("requestId", notNullValue());
        get(Published.next(), TestBeans.KEY).statusCode(404);
        given().get("/api/v1/analytics/posts/" + post.postId())
                .then()
                .statusCode(401)
                .body("code", equalTo("API_KEY_MISSING"));
    }

    @Test
    void the_service_tells_how_it_is() {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/started").then().statusCode(200);
        awaitViews(trackedWith(COUNTS), 9_007_199_254_740_993L);
        String metrics =
                given().get("/q/metrics").then().statusCode(200).extract().asString();
        assertThat(metrics)
                .contains("postbreeze_refresh_posts_total{outcome=\"refreshed\"}")
                .contains("postbreeze_refresh_lateness_seconds_count");
        assertThat(given().get("/q/openapi").asString()).contains("/api/v1/analytics/posts/{postId}");
    }

    private Published trackedWith(Map<String, Long> counts) {
        Published post = known(counts);
        kafka.publish(post.published(clock.instant()));
        return post;
    }

    private Published known(Map<String, Long> counts) {
        Published post = Published.next();
        upstream.account(post.accountId(), "live-" + post.accountId());
        upstream.video(post.externalPostId(), counts);
        return post;
    }

    private static ValidatableResponse get(Published post, String key) {
        return given().header("Authorization", "Bearer " + key)
                .get("/api/v1/analytics/posts/" + post.postId())
                .then();
    }

    private static JsonPath shown(Published post) {
        return get(post, TestBeans.KEY).extract().jsonPath();
    }

    private static JsonPath awaitViews(Published post, long views) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shown(post).getString("targets[0].metrics.views"))
                        .isEqualTo(Long.toString(views)));
        return shown(post);
    }

    private static JsonPath awaitReason(Published post, String reason) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shown(post).getString("targets[0].unavailable.views"))
                        .isEqualTo(reason));
        assertThat(shown(post).getMap("targets[0].metrics")).containsEntry("views", null);
        return shown(post);
    }

    private long snapshots(Published post) {
        return count("select count(*) from post_snapshot where target_id = $1", Tuple.of(post.targetId()));
    }

    private long count(String sql, Tuple parameters) {
        return pool.preparedQuery(sql)
                .executeAndAwait(parameters)
                .iterator()
                .next()
                .getLong("count");
    }

    private Instant nextRefreshAt(Published post) {
        return pool.preparedQuery("select next_refresh_at from tracked_post where target_id = $1")
                .executeAndAwait(Tuple.of(post.targetId()))
                .iterator()
                .next()
                .getOffsetDateTime("next_refresh_at")
                .toInstant();
    }
}
