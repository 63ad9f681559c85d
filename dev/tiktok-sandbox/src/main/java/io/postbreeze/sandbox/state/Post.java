package io.postbreeze.sandbox.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One direct post, from its init on.
 *
 * @param publishId TikTok's id of the act
 * @param openId whose
 * @param createdAt when init came
 * @param info what was said about it
 * @param plan the chunks that were announced
 * @param uploadId names the upload
 * @param uploadToken proves the right to upload
 * @param receivedBytes bytes stored so far, always whole chunks
 * @param discardedBytes bytes that came and were not kept: cut off, out of order, or sent again
 * @param received the whole file, null while bytes or the verdict are missing
 * @param postId the number the post will have in public
 */
public record Post(
        String publishId,
        String openId,
        Instant createdAt,
        PostInfo info,
        ChunkPlan plan,
        String uploadId,
        String uploadToken,
        long receivedBytes,
        long discardedBytes,
        @Nullable Received received,
        long postId) {

    private static final Duration UPLOAD_LASTS = Duration.ofHours(1);

    /** The same with more bytes stored. */
    public Post withReceivedBytes(long bytes) {
        return copy(bytes, discardedBytes, received);
    }

    /** The same after some bytes came for nothing. */
    public Post withMoreDiscarded(long bytes) {
        return copy(receivedBytes, discardedBytes + bytes, received);
    }

    /** The same with its whole file. */
    public Post withReceived(Received file) {
        return copy(receivedBytes, discardedBytes, file);
    }

    private Post copy(long stored, long discarded, @Nullable Received file) {
        return new Post(
                publishId, openId, createdAt, info, plan, uploadId, uploadToken, stored, discarded, file, postId);
    }

    /** Whether every announced byte is stored. */
    public boolean isWhole() {
        return receivedBytes == plan.videoSize();
    }

    /** When the upload address dies. */
    public Instant uploadUntil() {
        return createdAt.plus(UPLOAD_LASTS);
    }

    /** Whether the upload address is dead. */
    public boolean uploadExpired(Instant now) {
        return !now.isBefore(uploadUntil());
    }

    /** TikTok's word for where it stands. */
    public String status(Instant now, Duration processing) {
        if (received == null) {
            return !isWhole() && uploadExpired(now) ? "FAILED" : "PROCESSING_UPLOAD";
        }
        if (now.isBefore(received.at().plus(processing))) {
            return "PROCESSING_UPLOAD";
        }
        return received.failReason() == null ? "PUBLISH_COMPLETE" : "FAILED";
    }

    /** Why it failed; empty while it has not. */
    public Optional<String> failReason(Instant now, Duration processing) {
        if (!status(now, processing).equals("FAILED")) {
            return Optional.empty();
        }
        return Optional.of(received == null || received.failReason() == null ? "internal" : received.failReason());
    }

    /** Whether everyone can see it: complete, not for the creator alone, and past moderation. */
    public boolean isPublic(Instant now, Duration processing, Duration moderation) {
        return received != null
                && info.privacyLevel().equals("PUBLIC_TO_EVERYONE")
                && status(now, processing).equals("PUBLISH_COMPLETE")
                && !now.isBefore(received.at().plus(processing).plus(moderation));
    }
}
