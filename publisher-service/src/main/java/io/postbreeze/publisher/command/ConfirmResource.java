package io.postbreeze.publisher.command;

import io.postbreeze.api.ApiException;
import io.postbreeze.publisher.publication.Publication;
import io.postbreeze.publisher.store.Confirmations;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A user's word about an outcome that nobody else knows, for our own services. */
@Path("/internal/v1/posts/{postId}/targets/{targetId}/confirm")
public class ConfirmResource {
    private final Confirmations confirmations;

    ConfirmResource(Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    /** Ends a target as published; said again, the same answer. 409 when its outcome is known and another. */
    @POST
    @Operation(summary = "Take the user's word that a target is on TikTok")
    public Uni<PlanResource.Standing> confirm(
            @PathParam("postId") String postId, @PathParam("targetId") String targetId, @Nullable Word word) {
        if (word == null || word.workspaceId() == null) {
            throw new ApiException(400, "BAD_REQUEST", "workspaceId is missing.");
        }
        return confirmations
                .confirm(word.workspaceId(), postId, targetId, word.externalPostId())
                .map(found -> standing(found.orElseThrow(() -> ApiException.notFound("publication"))));
    }

    private static PlanResource.Standing standing(Publication publication) {
        if (!Confirmations.isConfirmed(publication)) {
            throw new ApiException(
                    409, "OUTCOME_KNOWN", "Nothing is to be confirmed; the target is " + publication.state() + ".");
        }
        return PlanResource.seen(publication);
    }

    /** What the user says. */
    record Word(@Nullable String workspaceId, @Nullable String externalPostId) {}
}
