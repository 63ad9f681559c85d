package io.postbreeze.media.asset;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.postbreeze.media.inspection.Rejection;
import io.postbreeze.media.inspection.RuleViolation;
import io.postbreeze.media.video.PosterView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An asset as its owner sees it. What is not known, or does not apply, is null.
 *
 * @param id {@code med_…}
 * @param status PENDING, PROCESSING, READY or REJECTED
 * @param kind VIDEO, PHOTO or DOCUMENT; announced, after the inspection what it really is
 * @param mimeType announced, after the inspection what it really is
 * @param bytes announced, after the upload what is stored
 * @param facts what the inspection found
 * @param progress how far the fetch is, while it is PROCESSING
 * @param rejection why it cannot be used
 * @param violations limits of TikTok that the file breaks; it is stored nevertheless
 * @param altText what it shows, for people who cannot see it
 * @param labels what its owner files it under
 * @param poster pictures of a video, for lists
 */
public record AssetView(
        String id,
        String workspaceId,
        String status,
        String kind,
        String filename,
        String mimeType,
        @Nullable Long bytes,
        @JsonUnwrapped FactsView facts,
        @Nullable FetchProgress progress,
        @Nullable Rejection rejection,
        List<RuleViolation> violations,
        @Nullable String altText,
        List<String> labels,
        @Nullable PosterView poster,
        String storageKey,
        String publicUrl,
        Instant createdAt,
        Instant updatedAt) {}
