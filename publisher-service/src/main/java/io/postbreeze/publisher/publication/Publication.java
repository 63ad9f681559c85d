package io.postbreeze.publisher.publication;

import io.postbreeze.publisher.failure.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One target of a post on its way to TikTok: an immutable snapshot of its row.
 *
 * @param key who and what it belongs to
 * @param content what is to be published
 * @param dueAt when it is to be published
 * @param state where it stands
 * @param version grows with every write; fences writers that lost their lease
 * @param tries what was tried so far
 * @param wakeAt when somebody must look at it again, null for never
 * @param waitingFor why it waits, for the user; null while it does not
 * @param kind what its media were found to be, null before the first init
 * @param placeAt place held in the account's init window, null for none
 * @param upload checkpoint of the upload, null before the init
 * @param posted the confirmed post, null until then
 * @param problem why it failed, null unless it did
 */
public record Publication(
        PublicationKey key,
        Content content,
        Instant dueAt,
        PublicationState state,
        long version,
        Tries tries,
        @Nullable Instant wakeAt,
        @Nullable String waitingFor,
        @Nullable MediaKind kind,
        @Nullable Instant placeAt,
        @Nullable Upload upload,
        @Nullable Posted posted,
        @Nullable Problem problem) {

    /** A new publication that waits for its due time. */
    public static Publication scheduled(PublicationKey key, Content content, Instant dueAt) {
        return new Publication(
                key,
                content,
                dueAt,
                PublicationState.SCHEDULED,
                0,
                Tries.NONE,
                dueAt,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Bytes that TikTok is known to have. */
    public long sentBytes() {
        return upload == null ? 0 : upload.storedBytes();
    }

    /** Size of the file, 0 while unknown. */
    public long totalBytes() {
        return upload == null ? 0 : upload.plan().totalBytes();
    }

    /** The same after the store has written it. */
    public Publication atVersion(long written) {
        return new Publication(
                key, content, dueAt, state, written, tries, wakeAt, waitingFor, kind, placeAt, upload, posted, problem);
    }

    /** A copy to change. */
    PublicationDraft edit() {
        return new PublicationDraft(this);
    }
}
