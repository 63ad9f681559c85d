package io.postbreeze.publisher.publication;

import io.postbreeze.publisher.upload.ByteRange;
import io.postbreeze.publisher.upload.ChunkPlan;
import java.time.Instant;

/** What an adapter has to do next; it reports a {@link Fact}. */
public sealed interface Effect {

    /** Take a place in the account's init window. */
    record ReservePlace() implements Effect {}

    /** Look at the media and at what TikTok lets the creator do. */
    record Inspect() implements Effect {}

    /** Ask TikTok for an upload address. The write before it has proved that the lease still holds. */
    record OpenUpload(VideoOptions options, ChunkPlan plan, String contentType) implements Effect {}

    /** Ask TikTok for an upload address of a draft in the creator's inbox. */
    record OpenInboxUpload(ChunkPlan plan, String contentType) implements Effect {}

    /**
     * Have TikTok fetch the photos and publish them. The write before it has proved that the lease still holds; done
     * twice it publishes twice.
     */
    record PublishPhotos(PhotoOptions options, MediaFacts.Photos photos) implements Effect {}

    /** Send one chunk. */
    record SendChunk(Upload upload, ByteRange range) implements Effect {}

    /** Ask TikTok where the publication stands. */
    record AskStatus(String publishId) implements Effect {}

    /** Look for traces of a publication of which nobody knows what became. */
    record Search(Instant since) implements Effect {}

    /** Get a fresh access token. */
    record RenewToken() implements Effect {}

    /** Nothing more for now: the write has given the lease back. */
    record Rest() implements Effect {}
}
