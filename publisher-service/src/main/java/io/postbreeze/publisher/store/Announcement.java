package io.postbreeze.publisher.store;

import io.postbreeze.events.PublicationEvent;
import io.postbreeze.events.TargetFailed;
import io.postbreeze.events.TargetPostIdentified;
import io.postbreeze.events.TargetPublished;
import io.postbreeze.events.TargetPublishing;
import io.postbreeze.publisher.failure.Problem;
import io.postbreeze.publisher.publication.Posted;
import io.postbreeze.publisher.publication.Publication;
import io.postbreeze.publisher.publication.PublicationKey;
import io.postbreeze.publisher.publication.Upload;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The event that tells the world about a written publication. */
final class Announcement {
    private Announcement() {}

    static List<PublicationEvent> of(Publication publication, Instant now) {
        return switch (publication.state()) {
            case PUBLISHED -> List.of(published(publication, Objects.requireNonNull(publication.posted()), now));
            case FAILED -> List.of(failed(publication, Objects.requireNonNull(publication.problem()), now));
            // Whoever withdrew it knows.
            case CANCELED -> List.of();
            default -> List.of(publishing(publication, now));
        };
    }

    private static PublicationEvent published(Publication publication, Posted posted, Instant now) {
        PublicationKey key = publication.key();
        // An id that came with the confirmation is told with it; a later write can only mean that it came late.
        if (posted.externalPostId() != null && posted.at().isBefore(now)) {
            return new TargetPostIdentified(
                    key.publicationId(),
                    key.postId(),
                    key.targetId(),
                    key.workspaceId(),
                    key.accountId(),
                    publication.version(),
                    posted.externalPostId(),
                    posted.externalUrl(),
                    now);
        }
        // There is none where only the owner says that it is there.
        Upload upload = publication.upload();
        return new TargetPublished(
                key.publicationId(),
                key.postId(),
                key.targetId(),
                key.workspaceId(),
                key.accountId(),
                publication.version(),
                upload == null ? null : upload.publishId(),
                posted.externalPostId(),
                posted.externalUrl(),
                publication.tries().attempt(),
                posted.at());
    }

    private static PublicationEvent failed(Publication publication, Problem problem, Instant now) {
        PublicationKey key = publication.key();
        return new TargetFailed(
                key.publicationId(),
                key.postId(),
                key.targetId(),
                key.workspaceId(),
                key.accountId(),
                publication.version(),
                problem.code(),
                problem.explanation(),
                publication.tries().attempt(),
                now);
    }

    /** Where a publication stands after somebody changed what is to become of it. */
    static PublicationEvent standing(Publication publication, Instant now) {
        return publishing(publication, now);
    }

    private static PublicationEvent publishing(Publication publication, Instant now) {
        PublicationKey key = publication.key();
        boolean waits = publication.state().isWaiting();
        return new TargetPublishing(
                key.publicationId(),
                key.postId(),
                key.targetId(),
                key.workspaceId(),
                key.accountId(),
                publication.version(),
                publication.state().name(),
                publication.state().stage(),
                publication.tries().attempt(),
                publication.sentBytes(),
                publication.totalBytes(),
                waits ? publication.wakeAt() : null,
                publication.waitingFor(),
                now);
    }
}
