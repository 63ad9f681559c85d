package io.postbreeze.media.asset;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.postbreeze.media.inspection.Container;
import io.postbreeze.media.inspection.Rejection;
import io.postbreeze.media.inspection.RuleViolation;
import io.postbreeze.media.store.SignedRequest;
import io.postbreeze.media.video.Repair;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One asset as other services see it. What is not known, or does not apply, is null.
 *
 * @param status READY, NOT_UPLOADED, REJECTED or NOT_FOUND; when a repaired file was asked for and one is needed also
 *     PENDING while it is made, and REPAIR_FAILED
 * @param kind VIDEO or PHOTO when READY
 * @param contentType what it really is; what was announced when that is not known
 * @param etag names the version that was inspected, as the store writes it; fit for If-Match
 * @param rejection why it cannot be used
 * @param violations limits of TikTok that the file breaks, as it was uploaded
 * @param repairable whether a repaired copy breaks none of them, and there is one or can be
 * @param repairCode why there is no repaired file, when REPAIR_FAILED
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
        boolean repairable,
        @Nullable String repairCode,
        @Nullable String downloadUrl,
        @Nullable Instant downloadUrlExpiresAt) {
    static ResolvedMedia notFound(String mediaId) {
        return new ResolvedMedia(
                mediaId, "NOT_FOUND", null, null, null, null, FactsView.NONE, null, List.of(), false, null, null, null);
    }

    /** While there is no repaired file, the other one is not given out. */
    ResolvedMedia withoutFile(String state, boolean hope, @Nullable String why) {
        return new ResolvedMedia(
                mediaId,
                state,
                kind,
                contentType,
                sizeBytes,
                etag,
                facts,
                rejection,
                violations,
                hope,
                why,
                null,
                null);
    }

    ResolvedMedia repaired(Repair.Done done, SignedRequest download) {
        return new ResolvedMedia(
                mediaId,
                status,
                kind,
                Container.MP4.contentType(),
                done.object().sizeBytes(),
                done.object().etag(),
                FactsView.of(done),
                rejection,
                violations,
                true,
                null,
                download.url(),
                download.expiresAt());
    }

    /** Without the URL: it must not get into logs. */
    @Override
    public String toString() {
        return "ResolvedMedia[mediaId=" + mediaId + ", status=" + status + "]";
    }
}
