package io.postbreeze.publisher.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.postbreeze.events.PublicationNoticed;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "publisher"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(OutsideWorld.class)
class NoticeIT {
    private static final Instant FAR = Instant.parse("2099-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String UNTOUCHED =
            "select count(*) from publications where post_id = $1 and wake_at = '2099-01-01T00:00:00Z'";

    @Inject
    KafkaTopics kafka;

    @Inject
    Posts posts;

    @Inject
    Rows rows;

    @ParameterizedTest
    @CsvSource({"PROCESSING, post.publish.complete", "IN_INBOX, post.publish.publicly_available"})
    void aWebhookHasThePublicationLookedAtNow(String state, String event) {
        Post post = waiting(state);

        kafka.publish("evt_n" + post.id(), noticed(post, event));

        await().atMost(PATIENCE).until(() -> rows.count(UNTOUCHED, post.postId()) == 0);
    }

    @Test
    void aWebhookOfAnotherAccountOrOfWhatWasNotSentChangesNothing() {
        Post theirs = waiting("PROCESSING");
        Post failed = waiting("FAILED");
        Post last = waiting("PROCESSING");

        kafka.publish(
                "evt_o" + theirs.id(),
                new PublicationNoticed(
                        last.accountId(), "ws_1", "post.publish.complete", publishId(theirs), null, null, FAR));
        kafka.publish("evt_p" + failed.id(), noticed(failed, "post.publish.complete"));
        kafka.publish("evt_q" + last.id(), noticed(last, "post.publish.complete"));

        await().atMost(PATIENCE).until(() -> rows.count(UNTOUCHED, last.postId()) == 0);
        assertThat(rows.count(UNTOUCHED, theirs.postId())).isEqualTo(1);
        assertThat(rows.count(UNTOUCHED, failed.postId())).isEqualTo(1);
    }

    private Post waiting(String state) {
        Post post = posts.prepared(1_000);
        rows.insert(post.id(), post.accountId(), state, FAR, null);
        rows.execute(
                "update publications set publish_id = $1, upload_opened_at = now(), total_bytes = 1000,"
                        + " chunk_bytes = 1000, chunk_count = 1, stored_bytes = 1000 where post_id = $2",
                publishId(post),
                post.postId());
        return post;
    }

    private static PublicationNoticed noticed(Post post, String event) {
        return new PublicationNoticed(post.accountId(), "ws_1", event, publishId(post), null, null, FAR);
    }

    private static String publishId(Post post) {
        return "v_pub_" + post.id();
    }
}
