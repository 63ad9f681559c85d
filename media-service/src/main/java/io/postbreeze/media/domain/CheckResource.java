package io.postbreeze.media.domain;

import io.postbreeze.api.ApiCaller;
import io.postbreeze.api.ApiException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What TikTok would make of a URL, for users. */
@Path("/api/v1/media/domain-check")
@Tag(name = "Media")
class CheckResource {
    private final ApiCaller caller;
    private final CheckUrl checks;

    CheckResource(ApiCaller caller, CheckUrl checks) {
        this.caller = caller;
        this.checks = checks;
    }

    /** Answers 200 whatever the verdict. */
    @POST
    @Operation(summary = "See whether TikTok would fetch from a URL, and if not, why")
    public Uni<DomainCheck> check(@Nullable CheckRequest request) {
        if (request == null) {
            throw new ApiException(400, "BAD_REQUEST", "Send a JSON object with url.");
        }
        return checks.check(caller.workspace(request.workspaceId()), request.checkedUrl());
    }
}
