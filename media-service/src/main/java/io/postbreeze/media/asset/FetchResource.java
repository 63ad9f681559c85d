package io.postbreeze.media.asset;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Fetching from URLs, for the other services. */
@Path("/internal/v1/media/ingest")
@Tag(name = "Internal")
public class FetchResource {
    private final FetchMedia media;

    FetchResource(FetchMedia media) {
        this.media = media;
    }

    /** Fetches files into a workspace; one that cannot be had does not keep the others away. */
    @POST
    @Operation(summary = "Fetch up to 36 files from URLs")
    public Uni<Answer> ingest(@Nullable IngestRequest request) {
        if (request == null) {
            throw IngestRequest.incomplete();
        }
        return media.fetch(request.checkedWorkspace(), request.checkedItems())
                .map(assets -> new Answer(assets.stream().map(FetchedMedia::of).toList()));
    }

    /**
     * The answer.
     *
     * @param media one per item, in that order
     */
    public record Answer(List<FetchedMedia> media) {}
}
