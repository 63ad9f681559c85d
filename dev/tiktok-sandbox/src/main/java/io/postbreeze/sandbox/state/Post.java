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
 * @param caption the title sent
 * @param privacyLevel the level sent
 * @param commentDisabled as asked for, or forced by the account
 * @param brandContent paid partnership
 * @param brandOrganic own brand
 * @param videoSize announced bytes
 * @param chunkSize announced bytes of all chunks but the last
 * @param chunkCount announced number of chunks
 * @param uploadId names the upload
 * @param uploadToken proves the right to upload
 * @param createdAt when init came
 * @param receivedBytes bytes stored so far, always whole chunks
 * @param received the whole file, null while bytes are missing
 * @param postId the number the post will have in public
 */
public record Post(
        String publishId,
        String openId,
        String caption,
        String privacyLevel,
        boolean commentDisabled,
        boolean brandContent,
        boolean brandOrganic,
        long videoSize,
        long chunkSize,
        long chunkCount,
        String uploadId,
        String uploadToken,
        Instant createdAt,
        long receivedBytes,
        @Nullable Received received,
        long postId) {

    private static final Duration UPLOAD_LASTS = Duration.ofHours(1);

    /** The same with more bytes. */
    public Post withReceivedBytes(long bytes) {
        return copy(bytes, received);
    }

    /** The same with its whole file. */
    public Post withReceived(Received file) {
        return copy(videoSize, file);
    }

    private Post copy(long bytes, @Nullable Received file) {
        return new Post(
                publishId,
                openId,
                caption,
                privacyLevel,
                commentDisabled,
                brandContent,
                brandOrganic,
                videoSize,
                chunkSize,
                chunkCount,
                uploadId,
                uploadToken,
                createdAt,
                bytes,
                file,
                postId);
    }

    /** Whether the upload address is still good. */
    public boolean uploadExpired(Instant now) {
        return now.isAfter(createdAt.plus(UPLOAD_LASTS));
    }

    /** TikTok's word for where it stands. */
    public String status(Instant now, Duration processing) {
        if (received == null) {
            return uploadExpired(now) ? "FAILED" : "PROCESSING_UPLOAD";
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
                && privacyLevel.equals("PUBLIC_TO_EVERYONE")
                && status(now, processing).equals("PUBLISH_COMPLETE")
                && !now.isBefore(received.at().plus(processing).plus(moderation));
    }
}
