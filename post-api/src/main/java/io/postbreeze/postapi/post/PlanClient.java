package io.postbreeze.postapi.post;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.postbreeze.api.ServiceTokenHeader;
import io.postbreeze.events.PostTarget;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** publisher-service's answer to "may this still be changed". */
@RegisterRestClient(configKey = "publisher")
@RegisterProvider(ServiceTokenHeader.class)
@Path("/internal/v1/posts")
interface PlanClient {
    @PUT
    @Path("/{postId}/plan")
    Uni<Standings> plan(@PathParam("postId") String postId, Plan plan);

    @POST
    @Path("/{postId}/targets/{targetId}/confirm")
    Uni<Standing> confirm(@PathParam("postId") String postId, @PathParam("targetId") String targetId, Word word);

    /** The user's word that a target is on TikTok, and under which id if that was said. */
    record Word(String workspaceId, @Nullable String externalPostId) {}

    /**
     * What is to become of a post: targets to publish, targets to leave as they are; all others are taken back.
     *
     * @param again of the targets to publish those that may be on TikTok already, and that the user wants all the same
     */
    record Plan(
            String workspaceId, long revision, List<PostTarget> scheduled, Set<String> leftAlone, Set<String> again) {}

    /** Where each target stands that the publisher knows. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Standings(List<Standing> targets) {}

    /** The state of a target's publication; an event of a higher version is newer. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Standing(String targetId, String state, long version) {}
}
