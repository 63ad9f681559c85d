package io.postbreeze.analytics.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.analytics.FakePorts;
import io.postbreeze.analytics.Published;
import io.postbreeze.analytics.TestBeans;
import io.postbreeze.analytics.numbers.Counts;
import io.postbreeze.analytics.plan.Cadence;
import io.postbreeze.analytics.plan.DueBatch;
import io.postbreeze.analytics.plan.DuePost;
import io.postbreeze.analytics.plan.Outcome;
import io.postbreeze.analytics.plan.Outcomes;
import io.postbreeze.api.PrefixedIds;
import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.ManualClock;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "analytics"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(FakePorts.class)
class DueBatchesIT {
    @Inject
    DueBatches due;

    @Inject
    OutcomeStore store;

    @Inject
    RefreshTick tick;

    @Inject
    ManualClock clock;

    @Inject
    Pool pool;

    @Inject
    Scheduler scheduler;

    private final Outcomes outcomes = new Outcomes(new Cadence(Duration.ofHours(12), List.of()), new Random(1));

    @BeforeEach
    void nobody_else_reads() {
        scheduler.pause();
        tick.idle().await().atMost(Duration.ofSeconds(20));
        pool.query("delete from tracked_post").executeAndAwait();
    }

    @AfterEach
    void everybody_reads() {
        scheduler.resume();
    }

    @Test
    void a_batch_holds_at_most_twenty_posts_of_one_account() {
        insert("soc_a", 45);
        insert("soc_b", 3);

        List<DueBatch> batches = Stream.generate(this::claim).limit(5).toList();

        assertThat(batches).extracting(batch -> batch.posts().size()).containsExactlyInAnyOrder(20, 20, 5, 3, 0);
        assertThat(batches.stream().flatMap(batch -> batch.posts().stream()).map(DuePost::targetId))
                .hasSize(48)
                .doesNotHaveDuplicates();
    }

    @Test
    void replicas_that_claim_at_once_never_claim_the_same_post() {
        IntStream.range(0, 10).forEach(account -> insert("soc_" + account, 30));

        List<Uni<DueBatch>> claims =
                IntStream.range(0, 40).mapToObj(claim -> due.claim()).toList();
        List<DueBatch> batches = Uni.join().all(claims).andFailFast().await().atMost(Duration.ofSeconds(30));

        assertThat(batches.stream().flatMap(batch -> batch.posts().stream()).map(DuePost::targetId))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void a_dead_replicas_posts_are_taken_over_and_its_late_answer_is_dropped() {
        insert("soc_a", 2);
        DueBatch dead = claim();
        assertThat(claim().isEmpty()).isTrue();

        clock.advance(Duration.ofMinutes(2));
        DueBatch heir = claim();

        assertThat(targets(heir)).containsExactlyInAnyOrderElementsOf(targets(dead));
        assertThat(save(dead)).isEmpty();
        assertThat(save(heir)).hasSize(2);
        assertThat(save(heir)).isEmpty();
        assertThat(snapshots("soc_a")).isEqualTo(2);
        assertThat(claim().isEmpty()).isTrue();
    }

    @Test
    void a_post_without_an_id_is_never_due() {
        insert("soc_a", 1);
        pool.query("update tracked_post set external_post_id = null").executeAndAwait();

        assertThat(claim().isEmpty()).isTrue();
    }

    private DueBatch claim() {
        return due.claim().await().atMost(Duration.ofSeconds(10));
    }

    private List<Outcome> save(DueBatch batch) {
        Map<String, Counts> answer = batch.externalPostIds().stream()
                .collect(Collectors.toMap(Function.identity(), id -> new Counts(1L, 2L, null, 4L)));
        return store.save(batch, outcomes.ofAnswer(batch, answer, clock.instant()))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static List<String> targets(DueBatch batch) {
        return batch.posts().stream().map(DuePost::targetId).toList();
    }

    private long snapshots(String accountId) {
        return pool.preparedQuery("select count(*) from post_snapshot where account_id = $1")
                .executeAndAwait(Tuple.of(accountId))
                .iterator()
                .next()
                .getLong("count");
    }

    private void insert(String accountId, int posts) {
        List<Tuple> rows = IntStream.range(0, posts)
                .mapToObj(index -> Published.of(accountId))
                .map(post -> Tuple.tuple()
                        .addString(accountId)
                        .addString(post.targetId())
                        .addString(TestBeans.WORKSPACE)
                        .addString(PrefixedIds.next("post"))
                        .addString(post.externalPostId())
                        .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC)))
                .toList();
        pool.preparedQuery("insert into tracked_post (account_id, target_id, workspace_id, post_id, external_post_id,"
                        + " identified_version, published_at, next_refresh_at) values ($1, $2, $3, $4, $5, 1, $6, $6)")
                .executeBatchAndAwait(rows);
    }
}
