package io.postbreeze.publisher.publication;

import io.postbreeze.publisher.upload.ByteRange;
import io.postbreeze.publisher.upload.ChunkPlan;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoint of an upload.
 *
 * @param publishId TikTok's id of the act of publishing
 * @param address where the bytes go; a secret, valid for an hour; null once TikTok no longer takes bytes there
 * @param openedAt when TikTok gave the address
 * @param plan how the file is cut
 * @param storedBytes bytes that TikTok is known to have
 * @param version of the file that is sent, so that two are never mixed; null for photos
 */
public record Upload(
        String publishId,
        @Nullable String address,
        Instant openedAt,
        ChunkPlan plan,
        long storedBytes,
        @Nullable String version) {
    /** TikTok's hour, less what the last chunk may take. */
    static final Duration ADDRESS_LIVES = Duration.ofMinutes(58);

    /** TikTok's hour, and what a chunk may take that was sent in its last moment. */
    private static final Duration ADDRESS_SEALED = Duration.ofMinutes(66);

    boolean isComplete() {
        return plan.isComplete(storedBytes);
    }

    /** Whether TikTok may have every byte although we do not know it. */
    boolean mayBeComplete() {
        return plan.isLastFrom(storedBytes);
    }

    boolean takesBytes(Instant now) {
        return address != null && now.isBefore(openedAt.plus(ADDRESS_LIVES));
    }

    /** Whether nothing that was on its way to the address can arrive any more, whoever sent it. */
    boolean isSealed(Instant now) {
        return address == null || now.isAfter(openedAt.plus(ADDRESS_SEALED));
    }

    ByteRange nextChunk() {
        return plan.next(storedBytes);
    }

    Upload stored(long bytes) {
        return new Upload(publishId, address, openedAt, plan, bytes, version);
    }

    Upload withoutAddress() {
        return new Upload(publishId, null, openedAt, plan, storedBytes, version);
    }

    /** Leaves the address out: it carries its own permission. */
    @Override
    public String toString() {
        return "Upload[" + publishId + ", " + storedBytes + " of " + plan.totalBytes() + "]";
    }
}
