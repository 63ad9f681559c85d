package io.postbreeze.media.domain;

import io.postbreeze.api.ApiCaller;
import io.postbreeze.api.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of the caller's workspaces a request is about. */
@ApplicationScoped
class CallersWorkspace {
    private final ApiCaller caller;

    CallersWorkspace(ApiCaller caller) {
        this.caller = caller;
    }

    /** The one that was named, or the only one there is; fails with 404 for somebody else's. */
    String named(@Nullable String wanted) {
        List<String> usable = caller.workspaceIds();
        if (wanted != null && !caller.mayUse(wanted)) {
            throw ApiException.notFound("workspace");
        }
        if (wanted == null && usable.size() != 1) {
            throw new ApiException(
                    400, "WORKSPACE_REQUIRED", "This key may use several workspaces; name one in workspaceId.");
        }
        return wanted == null ? usable.getFirst() : wanted;
    }
}
