package io.postbreeze.publisher.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.postbreeze.events.PublicationNoticed;
import io.postbreeze.events.TargetPublished;
import io.postbreeze.publisher.FakeTikTok;
import io.postbreeze.publisher.KafkaTopics;
import io.postbreeze.publisher.OutsideWorld;
import io.postbreeze.publisher.Posts;
import io.postbreeze.publisher.Posts.Post;
import io.postbreeze.publisher.Rows;
import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Orders for photos whose answer was lost, and what brings them to light. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "publisher"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(OutsideWorld.class)
class LostOutcomeIT {
    private static final Instant FAR = Instant.parse("2099-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    KafkaTopics kafka;

    @Inject
    Posts posts;

    @Inject
    Rows rows;

    @Inject
    FakeTikTok tiktok;

    @Inject
    Dispatcher dispatcher;

    @Inject
    Clock clock;

    @Test
    void aPostInTheAccountsListSettlesIt() {
        Post post = lost();
        tiktok.shows(post.token(), "7399000000000000001", "c");

        lookNow(post);

        assertThat(published(post).externalPostId()).isEqualTo("7399000000000000001");
        assertThat(published(post).externalUrl()).endsWith("/photo/7399000000000000001");
    }

    @Test
    void aWebhookAboutAnOrderThatNobodyHasSettlesIt() {
        Post post = lost();
        String order = "p_pub_url~" + post.id();
        tiktok.completes(order);

        notice(post, order);

        assertThat(published(post).publishId()).isEqualTo(order);
    }

    /** Two orders were lost at the same time: which one the webhook is about nobody can tell. */
    @Test
    void aWebhookThatMayMeanTwoOrdersSettlesNeither() {
        Post post = lost();
        Post twin = posts.prepared(1_000);
        unknown(twin.id(), post.accountId());
        String order = "p_pub_url~" + post.id();
        tiktok.completes(order);

        notice(post, order);

        await().atMost(PATIENCE)
                .until(() -> rows.count(
                                "select count(*) from publications where account_id = $1 and polls > 0",
                                post.accountId())
                        == 2);
        assertThat(rows.count(
                        "select count(*) from publications where account_id = $1 and state = 'OUTCOME_UNKNOWN'",
                        post.accountId()))
                .isEqualTo(2);
    }

    private Post lost() {
        Post post = posts.prepared(1_000);
        unknown(post.id(), post.accountId());
        return post;
    }

    private void unknown(String id, String accountId) {
        rows.insert(id, accountId, "OUTCOME_UNKNOWN", FAR, null);
        rows.execute(
                "update publications set media_kind = 'PHOTO', begun_at = now() where publication_id = $1",
                "pub_" + id);
        rows.execute(
                "insert into publication_timeline (account_id, publication_id, version, at, state, attempt, detail,"
                        + " sent_bytes) values ($1, $2, 0, now(), 'OUTCOME_UNKNOWN', 1, 'lost', 0)",
                accountId,
                "pub_" + id);
    }

    private void lookNow(Post post) {
        rows.execute("update publications set wake_at = now() where post_id = $1", post.postId());
        dispatcher.wake();
    }

    private void notice(Post post, String publishId) {
        kafka.publish(
                "evt_l" + post.id(),
                new PublicationNoticed(
                        post.accountId(), "ws_1", "post.publish.complete", publishId, null, null, clock.instant()));
    }

    private TargetPublished published(Post post) {
        await().atMost(PATIENCE)
                .until(() -> kafka.eventsOf(post.postId()).stream().anyMatch(TargetPublished.class::isInstance));
        return kafka.eventsOf(post.postId()).stream()
                .filter(TargetPublished.class::isInstance)
                .map(TargetPublished.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
