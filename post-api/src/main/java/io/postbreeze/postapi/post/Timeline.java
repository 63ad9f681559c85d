package io.postbreeze.postapi.post;

import io.postbreeze.api.ApiException;
import io.postbreeze.postapi.post.status.PostStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Joins what we know of a post with what publisher-service did for it. */
@ApplicationScoped
class Timeline {
    private static final Logger LOGGER = Logger.getLogger(Timeline.class);

    private final PublisherClient publisher;

    Timeline(@RestClient PublisherClient publisher) {
        this.publisher = publisher;
    }

    /** Every step, oldest first; fails with 503 rather than leaving steps out. */
    Uni<List<TimelineLine>> of(Post post) {
        if (post.status == PostStatus.DRAFT) {
            return Uni.createFrom().item(own(post).toList());
        }
        return publisher
                .ofPost(post.id)
                .map(answer -> Stream.concat(own(post), steps(answer))
                        .sorted(Comparator.comparing(TimelineLine::at))
                        .toList())
                .onFailure()
                .transform(Timeline::unavailable);
    }

    private static Stream<TimelineLine> own(Post post) {
        TimelineLine created = TimelineLine.ofPost(
                post.createdAt, "CREATED", post.createdViaFlatShape ? "by the flat shape" : "by the nested shape");
        return post.scheduledAt == null
                ? Stream.of(created)
                : Stream.of(
                        created,
                        TimelineLine.ofPost(post.createdAt, "SCHEDULED", "to be published at " + post.scheduledAt));
    }

    private static Stream<TimelineLine> steps(PublisherClient.Answer answer) {
        return answer.publications().stream()
                .flatMap(publication -> publication.timeline().stream()
                        .map(line -> TimelineLine.ofTarget(publication.targetId(), line)));
    }

    private static ApiException unavailable(Throwable failure) {
        LOGGER.warnf("publisher-service did not tell a timeline: %s", failure.toString());
        return new ApiException(503, "TIMELINE_UNAVAILABLE", "The timeline cannot be read right now; try again.");
    }
}
