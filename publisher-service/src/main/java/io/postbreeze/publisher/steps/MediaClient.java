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

    @POST
    @Path("/renditions")
    Uni<Renditions> renditions(RenditionOrder order);

    /**
     * What is asked.
     *
     * @param repaired asks for a repaired copy of a video that TikTok does not take
     * @param evenDeleted a file that was deleted after the post had got hold of it still counts
     */
    record Question(String workspaceId, List<String> mediaIds, boolean repaired, boolean evenDeleted) {}

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
            @Nullable String etag,
            @Nullable Rejection rejection,
            @Nullable String repairCode,
            @Nullable String downloadUrl) {
        /** Leaves the address out. */
        @Override
        public String toString() {
            return "Asset[" + mediaId + ", " + status + "]";
        }
    }

    /**
     * Photos to be made into what TikTok takes; ordering them again changes nothing.
     *
     * @param fit {@code crop}, {@code pad} or {@code fit}
     */
    record RenditionOrder(String workspaceId, List<String> mediaIds, String fit) {}

    /** The renditions in the order asked for. */
    record Renditions(List<Rendition> renditions) {}

    /**
     * One photo as TikTok takes it.
     *
     * @param status {@code READY}, {@code PENDING} or {@code FAILED}
     * @param publicUrl where TikTok fetches it, null unless ready
     * @param sizeBytes its size, null unless ready
     * @param code why there is none, null unless failed
     */
    record Rendition(
            String mediaId,
            String status,
            @Nullable String publicUrl,
            @Nullable Long sizeBytes,
            @Nullable String code) {}

    /** Why an asset cannot be used. */
    record Rejection(String code, @Nullable String message) {}
}
