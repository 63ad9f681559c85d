package io.postbreeze.publisher.publication;

import io.postbreeze.publisher.failure.Failure;
import io.postbreeze.publisher.failure.Step;
import io.postbreeze.publisher.upload.ChunkPlan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened to a publication, told to {@link PublicationMachine}. */
public sealed interface Fact {

    /** A replica took the lease. {@code takenOver}: from one that let it end, so something was under way. */
    record Claimed(boolean takenOver) implements Fact {}

    /** The account's init window has a place at that time; in the future when it is full. */
    record PlaceGiven(Instant at) implements Fact {}

    /** Another of the account's windows is full until then. */
    record MustWait(Instant until, String waitingFor) implements Fact {}

    /** Media and creator were looked at and can be used. */
    record Inspected(MediaFacts media, CreatorFacts creator) implements Fact {}

    /** TikTok answered the init for that version of the file; {@code address} is a secret. */
    record UploadOpened(String publishId, String address, ChunkPlan plan, String version) implements Fact {
        /** Leaves the address out: it carries its own permission. */
        @Override
        public String toString() {
            return "UploadOpened[" + publishId + "]";
        }
    }

    /** TikTok took the order to fetch photos of that many bytes. */
    record PhotosTaken(String publishId, long sizeBytes) implements Fact {}

    /** TikTok has that many bytes, from 0 on. */
    record BytesStored(long storedBytes) implements Fact {}

    /**
     * TikTok told where the publication stands.
     *
     * @param verdict what it says
     * @param uploadedBytes bytes it has as it reports them, null when it does not
     * @param externalPostId public id, null while it has none
     * @param externalUrl public address, null while unknown
     * @param failReason TikTok's reason when it failed, null otherwise
     */
    record StatusSeen(
            Verdict verdict,
            @Nullable Long uploadedBytes,
            @Nullable String externalPostId,
            @Nullable String externalUrl,
            @Nullable String failReason)
            implements Fact {}

    /** The account was searched for what became of it. */
    record Searched(Traces traces) implements Fact {}

    /** A fresh access token is at hand. */
    record TokenRenewed() implements Fact {}

    /** An effect could not be carried out. */
    record StepFailed(Step step, Failure failure) implements Fact {}

    /** What TikTok says of a publication. */
    enum Verdict {
        /** Bytes are missing, or were all received just now. */
        UPLOADING,
        /** It works on the file. */
        PROCESSING,
        /** A draft is in the creator's inbox. */
        DELIVERED,
        /** It is posted. */
        COMPLETE,
        /** It is not posted and never will be. */
        FAILED
    }
}
