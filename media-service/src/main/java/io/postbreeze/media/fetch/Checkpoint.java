package io.postbreeze.media.fetch;

import io.postbreeze.media.store.PartialUpload;
import org.jspecify.annotations.Nullable;

/**
 * How far a fetch is: all that another replica needs to go on with it.
 *
 * @param contentType by the first bytes
 * @param version what the source sends, as If-Range takes it; null when it does not say
 * @param totalBytes size of the whole file, null when the source does not say
 * @param upload what of it is in the store
 */
public record Checkpoint(
        String contentType,
        @Nullable String version,
        @Nullable Long totalBytes,
        PartialUpload upload) {
    /** Whether there is something to go on with: a part, of a version that has a name, of a file whose end is known. */
    boolean isUseful() {
        return version != null && totalBytes != null && upload.bytes() > 0;
    }

    /** Whether only the putting together is missing. */
    boolean isWhole() {
        return totalBytes != null && totalBytes == upload.bytes();
    }

    /** Keeps checkpoints, on the thread that fetches; what it throws ends the fetch and leaves its parts. */
    @FunctionalInterface
    public interface Log {
        /** Called when an upload is begun, and after each part. */
        void at(Checkpoint checkpoint);
    }
}
