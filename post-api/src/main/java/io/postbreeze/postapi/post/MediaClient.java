package io.postbreeze.postapi.post;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.postbreeze.api.ServiceTokenHeader;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** media-service's answer to "what are these files". */
@RegisterRestClient(configKey = "media")
@RegisterProvider(ServiceTokenHeader.class)
@Path("/internal/v1/media")
interface MediaClient {
    @POST
    @Path("/resolve")
    Uni<Answer> resolve(Question question);

    /** Which files, and whether videos among them that TikTok does not take are to be repaired. */
    record Question(String workspaceId, List<String> mediaIds, boolean repaired) {}

    /** One entry per file asked for. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(List<Resolved> media) {}

    /** What a file is; null is what is not known. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Resolved(
            String mediaId,
            String status,
            @Nullable String kind,
            @Nullable Long durationMs,
            @Nullable Finding rejection,
            @Nullable List<Finding> violations,
            @Nullable Boolean repairable) {}

    /** Something wrong with a file. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Finding(String code, String message) {}
}
