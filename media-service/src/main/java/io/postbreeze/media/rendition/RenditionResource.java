package io.postbreeze.media.rendition;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Photos as TikTok takes them, for the other services. */
@Path("/internal/v1/media/renditions")
@Tag(name = "Internal")
class RenditionResource {
    private final OrderRenditions orders;

    RenditionResource(OrderRenditions orders) {
        this.orders = orders;
    }

    /** Orders what is not there yet; asked again it tells how far they are. */
    @POST
    @Operation(summary = "Photos as TikTok takes them, for up to 35 assets of a workspace")
    public Uni<Answer> order(@Nullable RenditionRequest request) {
        if (request == null) {
            throw RenditionRequest.incomplete();
        }
        return orders.order(request.checked()).map(Answer::new);
    }

    /**
     * The answer.
     *
     * @param renditions one per id that was asked for, in that order
     */
    record Answer(List<RenditionView> renditions) {}
}
