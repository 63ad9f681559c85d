package io.postbreeze.media.asset;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Media, for the other services. */
@Path("/internal/v1/media")
@Tag(name = "Internal")
public class ResolveResource {
    private final ResolveMedia media;

    ResolveResource(ResolveMedia media) {
        this.media = media;
    }

    /** Tells what the named assets are and where their bytes can be had. */
    @POST
    @Path("/resolve")
    @Operation(summary = "Facts and download URLs for up to 36 assets of a workspace")
    public Uni<Answer> resolve(@Nullable ResolveRequest request) {
        if (request == null) {
            throw ResolveRequest.incomplete();
        }
        return media.resolve(request).map(Answer::new);
    }

    /**
     * The answer.
     *
     * @param media one per id that was asked for, in that order
     */
    public record Answer(List<ResolvedMedia> media) {}
}
