package io.postbreeze.media.domain;

import io.postbreeze.api.ApiCaller;
import io.postbreeze.api.ApiException;
import io.postbreeze.api.PrefixedIds;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Verified domains and prefixes, for users. */
@Path("/api/v1/media/domains")
@Tag(name = "Media")
class DomainResource {
    private final ApiCaller caller;
    private final VerifiedProperties stated;
    private final Ownership ownership;
    private final Clock clock;

    DomainResource(ApiCaller caller, VerifiedProperties stated, Ownership ownership, Clock clock) {
        this.caller = caller;
        this.stated = stated;
        this.ownership = ownership;
        this.clock = clock;
    }

    /** Takes a user's word; said again, the same answer. */
    @POST
    @ResponseStatus(201)
    @Operation(summary = "State that TikTok has verified a domain or prefix")
    public Uni<PropertyEntry> state(@Nullable PropertyRequest request) {
        if (request == null) {
            throw new ApiException(400, "BAD_REQUEST", "Send a JSON object with value.");
        }
        String workspaceId = caller.workspace(request.workspaceId());
        return stated.state(workspaceId, PrefixedIds.next("dom"), request.checked(), clock.instant())
                .map(entry -> entry.orElseThrow(() -> new ApiException(
                        409,
                        "TOO_MANY_DOMAINS",
                        "A workspace has at most " + VerifiedProperties.MOST + " domains and prefixes; a domain"
                                + " covers all its sub-domains and paths.")));
    }

    /** What counts as verified. */
    @GET
    @Operation(summary = "List verified domains and prefixes")
    public Uni<List<PropertyEntry>> list(@QueryParam("workspaceId") @Nullable String workspaceId) {
        return ownership.entries(caller.workspace(workspaceId));
    }

    /** Takes it back. */
    @DELETE
    @Path("/{id}")
    @Operation(summary = "Withdraw a domain or prefix")
    public Uni<Void> withdraw(@PathParam("id") String id) {
        return stated.withdraw(caller.workspaceIds(), id)
                .invoke(DomainResource::requireFound)
                .replaceWithVoid();
    }

    private static void requireFound(boolean found) {
        if (!found) {
            throw ApiException.notFound("verified domain");
        }
    }
}
