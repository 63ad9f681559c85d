package io.postbreeze.postapi.apikey;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.postbreeze.postapi.ratelimit.RateLimits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key as the API shows it.
 *
 * @param id {@code key_…}
 * @param key the key itself: in the answer to its creation and never again
 * @param prefix its first eight characters after {@code pb_live_}
 * @param name what its people call it
 * @param workspaceId where it was made
 * @param access what it reaches
 * @param workspaceIds the list of a scoped key, empty for full access
 * @param rateLimit its request limits, null when none apply
 * @param createdAt when it was made
 * @param lastUsedAt when it was last used, to the minute
 * @param revokedAt when it was revoked
 */
record ApiKeyView(
        String id,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key,
        String prefix,
        String name,
        String workspaceId,
        KeyAccess access,
        List<String> workspaceIds,
        @Nullable Limits rateLimit,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    static ApiKeyView of(StoredApiKey row, RateLimits usual, @Nullable String key) {
        RateLimits own = usual.with(row.burstLimit, row.sustainedLimit);
        return new ApiKeyView(
                row.id,
                key,
                row.shownPrefix,
                row.name,
                row.workspaceId,
                row.access,
                row.scope.stream().sorted().toList(),
                row.rateLimitExempt
                        ? null
                        : new Limits(own.burst().requests(), own.sustained().requests()),
                row.createdAt,
                row.lastUsedAt,
                row.revokedAt);
    }

    /**
     * Request limits.
     *
     * @param burst requests in the short window
     * @param sustained requests in the long one
     */
    record Limits(long burst, long sustained) {}
}
