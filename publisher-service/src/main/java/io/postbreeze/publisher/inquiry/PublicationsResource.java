package io.postbreeze.publisher.inquiry;

import io.postbreeze.api.ApiException;
import io.postbreeze.publisher.publication.Publication;
import io.postbreeze.publisher.store.Inquiries;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Publications for our own services; the service token guards everything under {@code /internal}. */
@Path("/internal/v1/publications")
public class PublicationsResource {
    private final Inquiries inquiries;

    PublicationsResource(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    /** The publications of a post with their timelines; none when the post has not arrived here. */
    @GET
    @Operation(summary = "Publications of a post, with their timelines")
    public Uni<Answer> ofPost(@RestQuery @Nullable String postId) {
        if (postId == null || postId.isBlank()) {
            throw new ApiException(400, "POST_ID_MISSING", "Name the post: ?postId=post_…");
        }
        return inquiries
                .ofPost(postId)
                .chain(publications -> inquiries.timelinesOf(postId).map(lines -> Answer.of(publications, lines)));
    }

    /** The answer. */
    public record Answer(List<PublicationView> publications) {
        static Answer of(List<Publication> publications, Map<String, List<Inquiries.Line>> timelines) {
            return new Answer(publications.stream()
                    .map(publication -> PublicationView.of(
                            publication,
                            timelines.getOrDefault(publication.key().publicationId(), List.of())))
                    .toList());
        }
    }
}
