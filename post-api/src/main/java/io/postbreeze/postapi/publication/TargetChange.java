package io.postbreeze.postapi.publication;

import io.postbreeze.events.PublicationEvent;
import io.postbreeze.events.TargetFailed;
import io.postbreeze.events.TargetPostIdentified;
import io.postbreeze.events.TargetPublished;
import io.postbreeze.events.TargetPublishing;
import io.postbreeze.postapi.post.PostTarget;
import io.postbreeze.postapi.post.status.TargetStatus;
import java.time.Instant;

/** What one event makes of a target. */
final class TargetChange {
    private TargetChange() {}

    /** Changes a target by an event that is newer than what it knows. */
    static void apply(PostTarget target, PublicationEvent event, Instant now) {
        switch (event) {
            case TargetPublishing moved -> publishing(target, moved);
            case TargetPublished published -> published(target, published);
            case TargetPostIdentified identified -> identified(target, identified);
            case TargetFailed failed -> failed(target, failed);
        }
        target.publicationVersion = event.version();
        target.updatedAt = now;
    }

    private static void publishing(PostTarget target, TargetPublishing moved) {
        target.status = TargetStatus.ofPublication(moved.state());
        target.stage = moved.stage();
        target.sentBytes = moved.sentBytes();
        target.totalBytes = moved.totalBytes();
        target.nextAttemptAt = moved.nextAttemptAt();
        target.waitingFor = moved.waitingFor();
        target.errorCode = null;
        target.errorMessage = null;
        attempted(target, moved.attempt(), moved.at());
    }

    private static void published(PostTarget target, TargetPublished published) {
        ended(target, TargetStatus.PUBLISHED);
        target.sentBytes = target.totalBytes;
        target.publishedAt = published.publishedAt();
        if (published.externalPostId() != null) {
            target.externalPostId = published.externalPostId();
            target.externalUrl = published.externalUrl();
        }
        attempted(target, published.attempt(), published.publishedAt());
    }

    private static void identified(PostTarget target, TargetPostIdentified identified) {
        target.externalPostId = identified.externalPostId();
        target.externalUrl = identified.externalUrl();
    }

    private static void failed(PostTarget target, TargetFailed failed) {
        ended(target, TargetStatus.FAILED);
        target.errorCode = failed.code();
        target.errorMessage = failed.message();
        attempted(target, failed.attempt(), failed.failedAt());
    }

    private static void ended(PostTarget target, TargetStatus status) {
        target.status = status;
        target.stage = null;
        target.nextAttemptAt = null;
        target.waitingFor = null;
        target.errorCode = null;
        target.errorMessage = null;
    }

    private static void attempted(PostTarget target, int attempt, Instant at) {
        target.attemptCount = attempt;
        if (attempt > 0) {
            target.lastAttemptAt = at;
        }
    }
}
