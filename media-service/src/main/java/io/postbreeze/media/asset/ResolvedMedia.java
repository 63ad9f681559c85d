package io.postbreeze.media.asset;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.postbreeze.media.inspection.Rejection;
import io.postbreeze.media.inspection.RuleViolation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One asset as other services see it. What is not known, or does not apply, is null.
 *
 * @param status READY, NOT_UPLOADED, REJECTED or NOT_FOUND
 * @param kind VIDEO or PHOTO when READY
 * @param contentType what it really is; what was announced when that is not known
 * @param etag names the version that was inspected, as the store writes it; fit for If-Match
 * @param rejection why it cannot be used
 * @param violations limits of TikTok that the file breaks
 * @param downloadUrl presigned GET that takes byte ranges; a secret until it expires
 */
public record ResolvedMedia(
        String mediaId,
        String status,
        @Nullable String kind,
        @Nullable String contentType,
        @Nullable Long sizeBytes,
        @Nullable String etag,
        @JsonUnwrapped FactsView facts,
        @Nullable Rejection rejection,
        List<RuleViolation> violations,
        @Nullable String downloadUrl,
        @Nullable Instant downloadUrlExpiresAt) {
    static ResolvedMedia notFound(String mediaId) {
        return new ResolvedMedia(
                mediaId, "NOT_FOUND", null, null, null, null, FactsView.NONE, null, List.of(), null, null);
    }

    /** Without the URL: it must not get into logs. */
    @Override
    public String toString() {
        return "ResolvedMedia[mediaId=" + mediaId + ", status=" + status + "]";
    }
}
