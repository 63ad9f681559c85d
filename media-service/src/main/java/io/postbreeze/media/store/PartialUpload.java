package io.postbreeze.media.store;

import java.util.List;
import java.util.stream.Stream;

/**
 * A multipart upload that was begun and not yet completed.
 *
 * @param uploadId what the store calls it
 * @param etags of its finished parts, in order; the last one ends at the byte before {@code bytes}
 * @param bytes what these parts hold
 */
public record PartialUpload(String uploadId, List<String> etags, long bytes) {
    /** With a copy of the list. */
    public PartialUpload {
        etags = List.copyOf(etags);
    }

    /** One without a part. */
    static PartialUpload begun(String uploadId) {
        return new PartialUpload(uploadId, List.of(), 0);
    }

    PartialUpload with(String etag, int length) {
        return new PartialUpload(
                uploadId, Stream.concat(etags.stream(), Stream.of(etag)).toList(), bytes + length);
    }

    /** Listens to how far an upload is, on the thread that writes; what it throws ends the writing. */
    @FunctionalInterface
    public interface Listener {
        /** Called when the upload is begun, and after each part. */
        void at(PartialUpload upload);
    }
}
