package io.postbreeze.sandbox.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How the bytes of a post come in.
 *
 * @param source pushed by the client in chunks, or pulled by TikTok
 * @param id names the transfer; safe as a file name
 * @param token proves the right to upload; empty for a pull
 * @param plan the chunks that were announced; {@link ChunkPlan#NONE} for a pull
 * @param urls where a pull fetches, in order; empty for an upload
 * @param receivedBytes bytes stored so far; for an upload always whole chunks
 * @param discardedBytes bytes that came and were not kept: cut off, out of order, or sent again
 * @param until when the upload address dies, or the pull gives up
 */
public record Transfer(
        Source source,
        String id,
        String token,
        ChunkPlan plan,
        List<String> urls,
        long receivedBytes,
        long discardedBytes,
        Instant until) {

    /** How long an upload address lives and a pull may take. */
    public static final Duration LASTS = Duration.ofHours(1);

    /** Who moves the bytes. */
    public enum Source {
        /** The client sends chunks. */
        FILE_UPLOAD,
        /** TikTok fetches. */
        PULL_FROM_URL
    }

    /** Keeps its own copy. */
    public Transfer {
        urls = List.copyOf(urls);
    }

    /** An upload that begins. */
    public static Transfer upload(String id, String token, ChunkPlan plan, Instant now) {
        return new Transfer(Source.FILE_UPLOAD, id, token, plan, List.of(), 0, 0, now.plus(LASTS));
    }

    /** A pull that begins. */
    public static Transfer pull(String id, List<String> urls, Instant now) {
        return new Transfer(Source.PULL_FROM_URL, id, "", ChunkPlan.NONE, urls, 0, 0, now.plus(LASTS));
    }

    Transfer withReceived(long bytes) {
        return new Transfer(source, id, token, plan, urls, bytes, discardedBytes, until);
    }

    Transfer withMoreDiscarded(long bytes) {
        return new Transfer(source, id, token, plan, urls, receivedBytes, discardedBytes + bytes, until);
    }

    Transfer withUntil(Instant end) {
        return new Transfer(source, id, token, plan, urls, receivedBytes, discardedBytes, end);
    }

    /** Whether every announced byte of an upload is stored; a pull never says so of itself. */
    public boolean isWhole() {
        return source == Source.FILE_UPLOAD && receivedBytes == plan.videoSize();
    }

    /** Whether its time is up. */
    public boolean expired(Instant now) {
        return !now.isBefore(until);
    }

    /** TikTok's word for a post whose bytes are under way or being worked on. */
    public String processingWord() {
        return source == Source.FILE_UPLOAD ? "PROCESSING_UPLOAD" : "PROCESSING_DOWNLOAD";
    }
}
