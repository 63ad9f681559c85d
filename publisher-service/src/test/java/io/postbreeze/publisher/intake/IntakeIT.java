package io.postbreeze.publisher.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.postbreeze.events.PostScheduled;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "publisher"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(OutsideWorld.class)
class IntakeIT {
    private static final Instant DUE = Instant.parse("2099-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    KafkaTopics kafka;

    @Inject
    Posts posts;

    @Inject
    Rows rows;

    @Test
    void aRepeatedEventTakesEffectOnce() {
        Post post = posts.prepared(1_000);
        kafka.publish("evt_a" + post.id(), post.event(1, DUE));
        kafka.publish("evt_a" + post.id(), post.event(1, DUE));
        awaitSeen(post, 2, DUE.plusSeconds(60));

        assertThat(rows.count("select count(*) from publications where post_id = $1", post.postId()))
                .isEqualTo(1);
        assertThat(rows.count("select count(*) from inbox where event_id = $1", "evt_a" + post.id()))
                .isEqualTo(1);
        assertThat(rows.count(
                        "select count(*) from publication_timeline where publication_id = $1",
                        rows.publication(post.postId()).getString("publication_id")))
                .isEqualTo(2);
    }

    @Test
    void aHigherRevisionReplacesWhatWasNotBegunAndALowerOneIsIgnored() {
        Post post = posts.prepared(1_000);
        kafka.publish("evt_b" + post.id(), post.event(5, DUE.plusSeconds(5)));
        kafka.publish("evt_c" + post.id(), post.event(4, DUE));
        awaitSeen(post, 6, DUE.plusSeconds(6));

        assertThat(rows.publication(post.postId()).getJsonObject("content").getString("caption"))
                .isEqualTo("Caption 6");
        assertThat(rows.publication(post.postId()).getOffsetDateTime("wake_at").toInstant())
                .isEqualTo(DUE.plusSeconds(6));
    }

    @Test
    void aTargetThatAHigherRevisionDropsIsCanceled() {
        Post post = posts.prepared(1_000);
        kafka.publish("evt_d" + post.id(), post.event(1, DUE));
        kafka.publish("evt_e" + post.id(), new PostScheduled(post.postId(), "ws_1", 2, List.of()));

        await().atMost(PATIENCE)
                .until(() -> rows.count(
                                "select count(*) from publications where post_id = $1 and state = 'CANCELED'"
                                        + " and wake_at is null",
                                post.postId())
                        == 1);
    }

    @Test
    void whatWasBegunStaysAsItWas() {
        Post post = posts.prepared(1_000);
        rows.insert(post.id(), post.accountId(), "UPLOADING", DUE, "someone");
        Post after = posts.prepared(1_000);

        kafka.publish("evt_f" + post.id(), post.event(9, DUE));
        awaitInbox("evt_f" + post.id());
        awaitSeen(after, 1, DUE);

        assertThat(rows.publication(post.postId()).getLong("revision")).isEqualTo(1);
        assertThat(rows.publication(post.postId()).getString("state")).isEqualTo("UPLOADING");
    }

    /** Sends one more revision and waits until it has taken effect: records of one post keep their order. */
    private void awaitSeen(Post post, long revision, Instant dueAt) {
        kafka.publish("evt_last" + post.id(), post.event(revision, dueAt));
        await().atMost(PATIENCE)
                .until(() -> rows.count(
                                "select count(*) from publications where post_id = $1 and revision = $2",
                                post.postId(),
                                revision)
                        == 1);
    }

    private void awaitInbox(String eventId) {
        await().atMost(PATIENCE)
                .until(() -> rows.count("select count(*) from inbox where event_id = $1", eventId) == 1);
    }
}
