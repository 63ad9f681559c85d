package io.postbreeze.postapi.post;

import io.postbreeze.api.ApiCaller;
import io.postbreeze.api.ApiException;
import io.postbreeze.api.Violation;
import io.postbreeze.postapi.post.validation.PostWarnings;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What a create would say, without creating anything. */
@Path("/api/v1/posts/validate")
class ValidateResource {
    private static final int CREATED = 201;
    private static final int FIRST_SERVER_ERROR = 500;

    private final CheckPost check;
    private final ApiCaller caller;

    ValidateResource(CheckPost check, ApiCaller caller) {
        this.check = check;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "validatePost", summary = "Hold a post against every rule without storing anything")
    public Uni<Verdict> validate(@Nullable Map<String, Object> body) {
        if (body == null) {
            throw new ApiException(400, "MALFORMED_JSON", "The body is empty; send the post as a JSON object.");
        }
        return check.check(body, caller.workspaceIds())
                .map(checked -> new Verdict(true, CREATED, null, List.of(), checked.warnings()))
                .onFailure(ValidateResource::isVerdict)
                .recoverWithItem(failure -> refused((ApiException) failure));
    }

    /** That a service is away says nothing of the post. */
    private static boolean isVerdict(Throwable failure) {
        return failure instanceof ApiException refused && refused.status() < FIRST_SERVER_ERROR;
    }

    private static Verdict refused(ApiException refused) {
        return new Verdict(false, refused.status(), refused.code(), refused.details(), List.of());
    }

    /**
     * The verdict.
     *
     * @param valid whether a create would be accepted
     * @param statusCode the status that a create would answer with
     * @param code the code of that answer, null when it would be accepted
     * @param violations every broken rule
     * @param warnings what the user should know even so
     */
    record Verdict(
            boolean valid,
            int statusCode,
            @Nullable String code,
            List<Violation> violations,
            List<PostWarnings.Warning> warnings) {}
}
