package io.postbreeze.publisher.dispatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.postbreeze.events.PublicationEvent;
import io.postbreeze.events.TargetFailed;
import io.postbreeze.events.TargetPublished;
import io.postbreeze.events.TargetPublishing;
import io.postbreeze.publisher.FakeNeighbours;
import io.postbreeze.publisher.FakeTikTok;
import io.postbreeze.publisher.FakeTikTok.Fault;
import io.postbreeze.publisher.FakeTikTok.Received;
import io.postbreeze.publisher.KafkaTopics;
import io.postbreeze.publisher.OutsideWorld;
import io.postbreeze.publisher.Posts;
import io.postbreeze.publisher.Posts.Post;
import io.postbreeze.publisher.Rows;
import io.postbreeze.publisher.upload.ChunkPlan;
import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "publisher"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(OutsideWorld.class)
class PublishIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long SMALL = 300_000;
    private static final long THREE_CHUNKS = 25_000_000;

    @Inject
    Posts posts;

    @Inject
    FakeTikTok tiktok;

    @Inject
    FakeNeighbours neighbours;

    @Inject
    KafkaTopics kafka;

    @Inject
    Rows rows;

    @Inject
    Clock clock;

    @Inject
    Dispatcher dispatcher;

    @Inject
    Runs runs;

    @Inject
    Shutdown shutdown;

    @ConfigProperty(name = "postbreeze.service-token")
    String serviceToken;

    @Test
    void aVideoIsPublishedOnceWithEveryByte() {
        List<Post> borders = Stream.of(1L, 10_485_759L, 10_485_760L, 10_485_761L, 20_969_471L, 20_969_473L, 64_000_001L)
                .map(posts::prepared)
                .toList();
        borders.forEach(post -> posts.schedule(post, clock.instant()));

        borders.forEach(this::awaitPublished);

        borders.forEach(this::assertOnePostWithEveryByte);
        TargetPublished told = published(borders.getLast());
        Received upload = tiktok.uploadsOf(borders.getLast().token()).getFirst();
        assertThat(told.publishId()).isEqualTo(upload.publishId());
        assertThat(told.externalPostId()).isEqualTo(upload.postId());
        assertThat(told.externalUrl()).isEqualTo("https://www.tiktok.com/@mia/video/" + upload.postId());
        assertThat(told.attempt()).isEqualTo(1);
        assertThat(upload.chunks()).hasSize(ChunkPlan.forFile(64_000_001).chunkCount());
        assertVersionsGrow(borders.getLast());
    }

    @Test
    void aPostIsBegunWithinASecondOfItsDueTime() {
        Post post = posts.prepared(SMALL);
        Instant due = clock.instant().plusSeconds(3);
        posts.schedule(post, due);

        awaitPublished(post);

        Instant begun = kafka.eventsOf(post.postId()).stream()
                .filter(TargetPublishing.class::isInstance)
                .map(event -> ((TargetPublishing) event).at())
                .min(Instant::compareTo)
                .orElseThrow();
        assertThat(begun).isBetween(due, due.plusSeconds(1));
    }

    /** Due together, claimed together, with a limit of six a minute: who is due first is begun first. */
    @Test
    void postsOfAnAccountAreBegunInTheOrderOfTheirTimes() {
        Post first = posts.prepared(SMALL);
        List<Post> all = new ArrayList<>(List.of(first));
        for (int i = 0; i < 4; i++) {
            all.add(posts.alsoOn(first, SMALL + i + 1));
        }
        Instant due = clock.instant().plusSeconds(2);
        List<Post> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(3));
        shuffled.forEach(post -> posts.schedule(post, due.plusMillis(all.indexOf(post))));

        all.forEach(this::awaitPublished);

        assertThat(tiktok.uploadsOf(first.token()))
                .extracting(Received::size)
                .containsExactly(SMALL, SMALL + 1, SMALL + 2, SMALL + 3, SMALL + 4);
    }

    @Test
    void aLostInitReplyEndsInOnePost() {
        Post post = posts.prepared(SMALL);
        tiktok.next(post.token(), Fault.INIT_REPLY_LOST);
        posts.schedule(post, clock.instant());

        awaitPublished(post);

        assertThat(tiktok.uploadsOf(post.token())).hasSize(2);
        assertThat(tiktok.uploadsOf(post.token()).stream().filter(Received::isComplete))
                .hasSize(1);
        assertThat(published(post).attempt()).isEqualTo(2);
    }

    @Test
    void aCutConnectionGoesOnFromTheStoredOffset() {
        Post post = posts.prepared(THREE_CHUNKS);
        tiktok.next(post.token(), Fault.CHUNK_CUT, Fault.CHUNK_REPLY_LOST);
        posts.schedule(post, clock.instant());

        awaitPublished(post);

        assertOnePostWithEveryByte(post);
        List<Long> sent = tiktok.uploadsOf(post.token()).getFirst().chunks();
        assertThat(sent).as("chunks that arrived whole").hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void anUploadIsTakenOverFromItsCheckpoint() {
        Post post = posts.prepared(THREE_CHUNKS);
        ChunkPlan plan = ChunkPlan.forFile(THREE_CHUNKS);
        Received upload = tiktok.open(post.token(), plan.totalBytes(), plan.chunkBytes());
        upload.take(0, post.file().bytes(0, (int) plan.chunkBytes()));
        rows.insert(post.id(), post.accountId(), "UPLOADING", clock.instant().plusSeconds(3600), "dead-replica");
        rows.execute(
                """
                update publications set attempt = 1, publish_id = $2, upload_address = $3, upload_opened_at = $4,
                    total_bytes = $5, chunk_bytes = $6, chunk_count = $7, stored_bytes = 0, wake_at = $4
                where post_id = $1""",
                post.postId(),
                upload.publishId(),
                tiktok.uploadAddress(upload),
                clock.instant().atOffset(ZoneOffset.UTC),
                plan.totalBytes(),
                plan.chunkBytes(),
                plan.chunkCount());

        awaitPublished(post);

        assertOnePostWithEveryByte(post);
        assertThat(upload.chunks()).containsExactly(0L, plan.chunkBytes(), 2 * plan.chunkBytes());
        assertThat(published(post).attempt()).isEqualTo(1);
    }

    @Test
    void aStoppedReplicaReleasesItsWork() {
        Post post = posts.prepared(THREE_CHUNKS);
        CountDownLatch go = new CountDownLatch(1);
        tiktok.holdUntil(go);
        tiktok.next(post.token(), Fault.CHUNK_HELD);
        posts.schedule(post, clock.instant());
        await().atMost(PATIENCE).until(() -> !tiktok.uploadsOf(post.token()).isEmpty());

        try {
            runs.stopAtCheckpoints();
            go.countDown();
            shutdown.stop(new ShutdownEvent());

            assertThat(runs.isIdle()).isTrue();
            Row row = rows.publication(post.postId());
            assertThat(row.getString("lease_owner")).isNull();
            assertThat(row.getOffsetDateTime("wake_at").toInstant()).isBefore(clock.instant());
            assertThat(row.getLong("stored_bytes")).isLessThan(THREE_CHUNKS);
        } finally {
            dispatcher.start(new StartupEvent());
        }
        awaitPublished(post);
        assertOnePostWithEveryByte(post);
        assertThat(tiktok.uploadsOf(post.token()).getFirst().chunks()).hasSize(3);
    }

    @Test
    void aRefusedTokenIsRenewedOnceAndCostsNoAttempt() {
        Post post = posts.prepared(SMALL);
        tiktok.kill(post.token());
        posts.schedule(post, clock.instant());

        awaitPublished(post);

        assertThat(published(post).attempt()).isEqualTo(1);
        assertThat(neighbours.tokenQuestionsOf(post.accountId())).hasSize(2);
        assertThat(tiktok.uploadsOf(post.nextToken())).hasSize(1);
    }

    @Test
    void anAccountWithoutATokenWaitsForItsReconnection() {
        Post post = posts.prepared(SMALL);
        neighbours.account(post.accountId());
        posts.schedule(post, clock.instant());

        await().atMost(PATIENCE).until(() -> state(post).equals("NEEDS_REAUTH"));

        assertThat(tiktok.uploadsOf(post.token())).isEmpty();
    }

    @Test
    void aThrottledInitWaitsWithoutCountingAnAttempt() {
        Post post = posts.prepared(SMALL);
        tiktok.next(post.token(), Fault.INIT_THROTTLED);
        posts.schedule(post, clock.instant());

        await().atMost(PATIENCE).until(() -> state(post).equals("SNOOZED"));

        JsonPath shown = shown(post);
        assertThat(shown.getInt("publications[0].attempt")).isEqualTo(1);
        assertThat(Instant.parse(shown.getString("publications[0].nextAttemptAt")))
                .isAfter(clock.instant());
        assertThat(shown.getList("publications[0].timeline.tiktokCode")).contains("rate_limit_exceeded");
        assertThat(shown.getList("publications[0].timeline.tiktokLogId")).contains("L1");
    }

    @Test
    void aDayCapOfTheCreatorIsNotHammered() {
        Post post = posts.prepared(SMALL);
        tiktok.next(post.token(), Fault.CREATOR_CAPPED);
        posts.schedule(post, clock.instant());

        await().atMost(PATIENCE).until(() -> state(post).equals("SNOOZED"));

        assertThat(Instant.parse(shown(post).getString("publications[0].nextAttemptAt")))
                .isAfter(clock.instant().plus(Duration.ofMinutes(10)));
    }

    @Test
    void aVideoThatDoesNotExistFailsWithItsReason() {
        Post post = new Post("nomedia" + clock.millis(), null, "soc_nomedia" + clock.millis());
        neighbours.account(post.accountId(), post.token());
        posts.schedule(post, clock.instant());

        await().atMost(PATIENCE).until(() -> state(post).equals("FAILED"));

        assertThat(shown(post).getString("publications[0].failure.code")).isEqualTo("MEDIA_NOT_FOUND");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kafka.eventsOf(post.postId()).getLast())
                        .isInstanceOfSatisfying(
                                TargetFailed.class,
                                failed -> assertThat(failed.code()).isEqualTo("MEDIA_NOT_FOUND")));
    }

    @Test
    void theTimelineShowsEveryStepAndNoSecret() {
        Post post = posts.prepared(THREE_CHUNKS);
        posts.schedule(post, clock.instant());

        awaitPublished(post);

        JsonPath shown = shown(post);
        assertThat(shown.getList("publications[0].timeline.state"))
                .containsExactly(
                        "SCHEDULED", "INITIALISING", "UPLOADING", "UPLOADING", "UPLOADING", "PROCESSING", "PUBLISHED");
        assertThat(shown.getLong("publications[0].sentBytes")).isEqualTo(THREE_CHUNKS);
        assertThat(shown.prettify()).doesNotContain("/upload/").doesNotContain(post.token());
        assertThat(rows.publication(post.postId()).getString("upload_address")).isNull();
    }

    @Test
    void strangersLearnNothingFromTheInternalApi() {
        given().get("/internal/v1/publications?postId=post_1").then().statusCode(401);
    }

    private void awaitPublished(Post post) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kafka.eventsOf(post.postId()))
                        .as("events of %s", post)
                        .anyMatch(TargetPublished.class::isInstance));
    }

    private TargetPublished published(Post post) {
        List<TargetPublished> told = kafka.eventsOf(post.postId()).stream()
                .filter(TargetPublished.class::isInstance)
                .map(TargetPublished.class::cast)
                .toList();
        assertThat(told).hasSize(1);
        return told.getFirst();
    }

    private void assertOnePostWithEveryByte(Post post) {
        List<Received> uploads = tiktok.uploadsOf(post.token());
        assertThat(uploads).as("uploads of %s", post).hasSize(1);
        assertThat(uploads.getFirst().sha256()).isEqualTo(post.file().sha256());
    }

    private void assertVersionsGrow(Post post) {
        List<Long> versions = kafka.eventsOf(post.postId()).stream()
                .map(PublicationEvent::version)
                .toList();
        assertThat(versions).isSorted().doesNotHaveDuplicates();
    }

    private String state(Post post) {
        List<String> states = shown(post).getList("publications.state");
        return states.isEmpty() ? "" : states.getFirst();
    }

    private JsonPath shown(Post post) {
        return given().header("Authorization", "Bearer " + serviceToken)
                .get("/internal/v1/publications?postId=" + post.postId())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
