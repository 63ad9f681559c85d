package io.postbreeze.media.asset;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.postbreeze.api.ServiceTokenHeader;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks post-api. */
@DefaultBean
@ApplicationScoped
class PostApiMediaUses implements MediaUses {
    private final Posts posts;

    PostApiMediaUses(@RestClient Posts posts) {
        this.posts = posts;
    }

    @Override
    public Uni<List<Use>> of(String workspaceId, String mediaId) {
        return posts.uses(new Question(workspaceId, mediaId)).map(Answer::uses);
    }

    /** post-api. */
    @RegisterRestClient(configKey = "post-api")
    @RegisterProvider(ServiceTokenHeader.class)
    @Path("/internal/v1/posts")
    interface Posts {
        @POST
        @Path("/media-uses")
        Uni<Answer> uses(Question question);
    }

    /** Which file. */
    record Question(String workspaceId, String mediaId) {}

    /** The posts that use it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(List<Use> uses) {}
}
