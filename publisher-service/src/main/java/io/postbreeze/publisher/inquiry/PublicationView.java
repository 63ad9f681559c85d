package io.postbreeze.publisher.inquiry;

import io.postbreeze.publisher.failure.Problem;
import io.postbreeze.publisher.publication.Posted;
import io.postbreeze.publisher.publication.Publication;
import io.postbreeze.publisher.publication.Upload;
import io.postbreeze.publisher.store.Inquiries;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A publication as other services see it. */
record PublicationView(
        String publicationId,
        String targetId,
        String state,
        String stage,
        int attempt,
        @Nullable Instant nextAttemptAt,
        @Nullable String waitingFor,
        long sentBytes,
        long totalBytes,
        @Nullable String publishId,
        @Nullable String externalPostId,
        @Nullable String externalUrl,
        @Nullable FailureView failure,
        List<Inquiries.Line> timeline) {

    static PublicationView of(Publication publication, List<Inquiries.Line> timeline) {
        Upload upload = publication.upload();
        Posted posted = publication.posted();
        return new PublicationView(
                publication.key().publicationId(),
                publication.key().targetId(),
                publication.state().name(),
                publication.state().stage(),
                publication.tries().attempt(),
                publication.state().isWaiting() ? publication.wakeAt() : null,
                publication.waitingFor(),
                publication.sentBytes(),
                publication.totalBytes(),
                upload == null ? null : upload.publishId(),
                posted == null ? null : posted.externalPostId(),
                posted == null ? null : posted.externalUrl(),
                FailureView.of(publication.problem()),
                timeline);
    }

    /** Why it failed. */
    record FailureView(String code, String message) {
        static @Nullable FailureView of(@Nullable Problem problem) {
            return problem == null ? null : new FailureView(problem.code(), problem.explanation());
        }
    }
}
