package io.postbreeze.publisher.publication;

import io.postbreeze.publisher.failure.Failure;
import io.postbreeze.publisher.failure.FailureKind;
import io.postbreeze.publisher.failure.Step;
import io.postbreeze.publisher.publication.Transition.Line;
import io.postbreeze.publisher.upload.ChunkPlan;
import java.time.Instant;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** From the upload address to the last chunk. */
final class Uploading {
    private final Failing failing;

    Uploading(Failing failing) {
        this.failing = failing;
    }

    Transition opened(Publication publication, Fact.UploadOpened opened, Instant now) {
        Upload upload = new Upload(opened.publishId(), opened.address(), now, opened.plan(), 0, opened.version());
        Publication uploading = publication
                .edit()
                .state(PublicationState.UPLOADING)
                .tries(publication.tries().progressed())
                .upload(upload)
                .done();
        return Transition.announced(
                uploading,
                new Effect.SendChunk(upload, upload.nextChunk()),
                Line.of("TikTok takes the upload as " + opened.publishId()));
    }

    /** From here on TikTok works alone, as after the last byte of a video. */
    Transition taken(Publication publication, Fact.PhotosTaken taken, Instant now) {
        ChunkPlan whole = new ChunkPlan(taken.sizeBytes(), taken.sizeBytes(), 1);
        Upload order = new Upload(taken.publishId(), null, now, whole, taken.sizeBytes(), null);
        return Verdicts.processed(
                publication.edit().upload(order).done(),
                Line.of("TikTok fetches the photos as " + taken.publishId()),
                now);
    }

    Transition stored(Publication publication, long storedBytes, Instant now, RandomGenerator random) {
        Upload before = Objects.requireNonNull(publication.upload(), "no upload");
        Upload upload = before.stored(storedBytes);
        Publication moved = publication.edit().upload(upload).done();
        if (storedBytes <= before.storedBytes()) {
            // Sending the same chunk again at once could go on for ever; a counted wait cannot.
            Failure stands = Failure.of(FailureKind.UNAVAILABLE, "upload_stands_still");
            return failing.failed(moved, new Fact.StepFailed(Step.CHUNK, stands), now, random);
        }
        if (upload.isComplete()) {
            return Verdicts.received(moved, now);
        }
        Publication progressed = moved.edit()
                .state(PublicationState.UPLOADING)
                .tries(moved.tries().progressed())
                .done();
        Effect next = upload.takesBytes(now)
                ? new Effect.SendChunk(upload, upload.nextChunk())
                : new Effect.AskStatus(upload.publishId());
        return Transition.announced(progressed, next, progress(upload));
    }

    static Line progress(Upload upload) {
        return Line.of(
                "TikTok has " + upload.storedBytes() + " of " + upload.plan().totalBytes() + " bytes");
    }
}
