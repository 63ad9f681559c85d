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

/** Has media-service fetch files; its answer may take a minute, so its patience is configured apart. */
@RegisterRestClient(configKey = "media-items")
@RegisterProvider(ServiceTokenHeader.class)
@Path("/internal/v1/media/ingest")
interface MediaItemsClient {
    @POST
    Uni<Answer> ingest(Order order);

    /** What to fetch, and whose it becomes. */
    record Order(String workspaceId, List<Item> items) {}

    /** One file. */
    record Item(String url, @Nullable String type, @Nullable String altText) {
        /** Without the URL, which may carry a signature. */
        @Override
        public String toString() {
            return "Item[type=" + type + "]";
        }
    }

    /** One entry per file, in the order of the question. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(List<Fetched> media) {}

    /** What became of a file. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Fetched(String mediaId, String status, MediaClient.@Nullable Finding rejection) {}
}
