package io.postbreeze.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an API key allows.
 *
 * @param keyId id of the key, {@code key_…}
 * @param workspaceIds workspaces it may use, at least one; the one it was made in first
 * @param rateLimitExempt whether request limits do not apply to it
 * @param fullAccess whether it reaches every workspace of its owner and may make workspaces and keys
 * @param rateLimit how it stands with its limits, this request counted; null when none apply
 */
public record ApiKey(
        String keyId,
        List<String> workspaceIds,
        boolean rateLimitExempt,
        boolean fullAccess,
        @Nullable RateLimit rateLimit) {
    /** Keeps its own copy of the workspaces. */
    public ApiKey {
        workspaceIds = List.copyOf(workspaceIds);
    }

    /** A key with full access to which no limits apply yet. */
    public ApiKey(String keyId, List<String> workspaceIds, boolean rateLimitExempt) {
        this(keyId, workspaceIds, rateLimitExempt, true, null);
    }
}
