package io.postbreeze.publisher.steps;

import io.postbreeze.api.ServiceTokenHeader;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** media-service's facts about media assets. */
@RegisterRestClient(configKey = "media")
@RegisterProvider(ServiceTokenHeader.class)
@Path("/internal/v1/media")
interface MediaClient {
    @POST
    @Path("/resolve")
    Uni<Answer> resolve(Question question);

    /** What is asked. */
    record Question(String workspaceId, List<String> mediaIds) {}

    /** The assets in the order asked for. */
    record Answer(List<Asset> media) {}

    /** One asset; the address to download it from is a secret for as long as it is valid. */
    record Asset(
            String mediaId,
            String status,
            @Nullable String kind,
            @Nullable String contentType,
            @Nullable Long sizeBytes,
            @Nullable Long durationMs,
            @Nullable Rejection rejection,
            @Nullable String downloadUrl) {
        /** Leaves the address out. */
        @Override
        public String toString() {
            return "Asset[" + mediaId + ", " + status + "]";
        }
    }

    /** Why an asset cannot be used. */
    record Rejection(String code, @Nullable String message) {}
}
