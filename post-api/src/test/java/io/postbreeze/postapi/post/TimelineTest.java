package io.postbreeze.postapi.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postbreeze.api.ApiException;
import io.postbreeze.postapi.post.status.PostStatus;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Instant CREATED = Instant.parse("2026-12-24T17:00:00Z");

    @Test
    void ownStepsAndThePublishersStandInTheOrderOfTime() {
        PublisherClient publisher = id -> Uni.createFrom()
                .item(new PublisherClient.Answer(List.of(
                        new PublisherClient.Publication("tgt_1", List.of(line(30, "PUBLISHED"), line(10, "CLAIMED"))),
                        new PublisherClient.Publication("tgt_2", List.of(line(20, "CLAIMED"))))));

        List<TimelineLine> lines =
                new Timeline(publisher).of(post(PostStatus.PUBLISHING)).await().indefinitely();

        assertThat(lines)
                .extracting(line -> line.targetId() + " " + line.state())
                .containsExactly("null CREATED", "null SCHEDULED", "tgt_1 CLAIMED", "tgt_2 CLAIMED", "tgt_1 PUBLISHED");
    }

    @Test
    void withoutThePublisherThereIsNoTimelineRatherThanHalfOfOne() {
        Timeline timeline =
                new Timeline(id -> Uni.createFrom().failure(new IllegalStateException("connection refused")));

        assertThatThrownBy(() -> timeline.of(post(PostStatus.SCHEDULED)).await().indefinitely())
                .isInstanceOfSatisfying(ApiException.class, failure -> {
                    assertThat(failure.status()).isEqualTo(503);
                    assertThat(failure.code()).isEqualTo("TIMELINE_UNAVAILABLE");
                });
    }

    private static PublisherClient.Line line(long secondsLater, String state) {
        return new PublisherClient.Line(CREATED.plusSeconds(secondsLater), state, 1, null, null, null, null);
    }

    private static Post post(PostStatus status) {
        Post post = new Post();
        post.id = "post_1";
        post.status = status;
        post.createdAt = CREATED;
        post.scheduledAt = CREATED.plusSeconds(5);
        return post;
    }
}
