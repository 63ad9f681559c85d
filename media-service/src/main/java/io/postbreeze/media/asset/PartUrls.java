package io.postbreeze.media.asset;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Where to put parts.
 *
 * @param parts one per number asked for
 */
public record PartUrls(List<PartUrl> parts) {
    /**
     * Where to put one part.
     *
     * @param partNumber from 1
     * @param uploadUrl PUT the part's bytes here, without an Authorization header
     * @param bytes how many; nothing else is taken
     * @param headers send exactly these with the PUT
     * @param expiresAt until when the upload may begin; then ask for another URL
     */
    public record PartUrl(
            int partNumber, String uploadUrl, long bytes, Map<String, String> headers, Instant expiresAt) {
        /** Without the URL: it must not get into logs. */
        @Override
        public String toString() {
            return "PartUrl[" + partNumber + "]";
        }
    }
}
