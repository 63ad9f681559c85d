package io.postbreeze.postapi.post;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.postbreeze.api.ServiceTokenHeader;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** publisher-service's answer to "what happened to this post". */
@RegisterRestClient(configKey = "publisher")
@RegisterProvider(ServiceTokenHeader.class)
@Path("/internal/v1/publications")
interface PublisherClient {
    @GET
    Uni<Answer> ofPost(@QueryParam("postId") String postId);

    /** One entry per target that the publisher knows. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(List<Publication> publications) {}

    /** A publication and what was done for it, oldest first. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Publication(String targetId, List<Line> timeline) {}

    /** One step. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(
            Instant at,
            String state,
            int attempt,
            @Nullable String detail,
            @Nullable String tiktokCode,
            @Nullable String tiktokLogId,
            @Nullable Long sentBytes) {}
}
