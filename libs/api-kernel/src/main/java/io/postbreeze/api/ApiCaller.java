package io.postbreeze.api;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who sent the current request. Only to be asked below {@code /api/v1}, after the key was checked. */
@RequestScoped
public class ApiCaller {
    private @Nullable ApiKey key;

    void identify(ApiKey authenticated) {
        key = authenticated;
    }

    /** Id of the key that was used. */
    public String keyId() {
        return key().keyId();
    }

    /** Workspaces the caller may use. */
    public List<String> workspaceIds() {
        return key().workspaceIds();
    }

    /** Whether the caller may use a workspace. */
    public boolean mayUse(String workspaceId) {
        return key().workspaceIds().contains(workspaceId);
    }

    /**
     * The workspace a request is about: the one that was named, or the only one there is.
     *
     * @throws ApiException 404 for somebody else's, 400 when there are several and none was named
     */
    public String workspace(@Nullable String wanted) {
        List<String> usable = workspaceIds();
        if (usable.isEmpty() || (wanted != null && !mayUse(wanted))) {
            throw ApiException.notFound("workspace");
        }
        if (wanted == null && usable.size() != 1) {
            throw new ApiException(
                    400, "WORKSPACE_REQUIRED", "This key may use several workspaces; name one in workspaceId.");
        }
        return wanted == null ? usable.getFirst() : wanted;
    }

    /** Whether request limits do not apply. */
    public boolean rateLimitExempt() {
        return key().rateLimitExempt();
    }

    /** Whether the caller reaches every workspace of the key's owner and may make workspaces and keys. */
    public boolean fullAccess() {
        return key().fullAccess();
    }

    /**
     * Lets only full access pass.
     *
     * @throws ApiException 403 for a scoped key
     */
    public void requireFullAccess() {
        if (!fullAccess()) {
            throw new ApiException(
                    403, "FULL_ACCESS_REQUIRED", "This key is scoped to some workspaces; use one with full access.");
        }
    }

    /** How the key stands with its limits; empty when none apply or no key was checked. */
    Optional<RateLimit> rateLimit() {
        return Optional.ofNullable(key).map(ApiKey::rateLimit);
    }

    private ApiKey key() {
        if (key == null) {
            throw new IllegalStateException("This request was not authenticated by an API key");
        }
        return key;
    }
}
