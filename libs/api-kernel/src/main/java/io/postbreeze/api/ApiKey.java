package io.postbreeze.api;

import java.util.List;

/**
 * What an API key allows.
 *
 * @param keyId id of the key, {@code key_…}
 * @param workspaceIds workspaces it may use, at least one
 * @param rateLimitExempt whether request limits do not apply to it
 */
public record ApiKey(String keyId, List<String> workspaceIds, boolean rateLimitExempt) {
    /** Keeps its own copy of the workspaces. */
    public ApiKey {
        workspaceIds = List.copyOf(workspaceIds);
    }
}
