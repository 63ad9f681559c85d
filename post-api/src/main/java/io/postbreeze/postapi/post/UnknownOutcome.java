package io.postbreeze.postapi.post;

import io.postbreeze.api.ApiException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What a user can do about a target whose outcome nobody knows: TikTok's answer to the order was lost, so the post may
 * be there. Looking at the profile tells.
 */
@ApplicationScoped
class UnknownOutcome {
    private static final Logger LOGGER = Logger.getLogger(UnknownOutcome.class);
    private static final int CONFLICT = 409;

    private final Posts posts;
    private final PlanClient publisher;

    UnknownOutcome(Posts posts, @RestClient PlanClient publisher) {
        this.posts = posts;
        this.publisher = publisher;
    }

    /**
     * Takes the user's word that it is there. The publisher's event tells the rest of the system, us included.
     *
     * @param externalPostId TikTok's id of the post, null when the user does not say
     * @return the post as it was; fails with 404 when the caller has no such post or target, with 409 when the outcome
     *     is known, with 412 when it is not the one the caller saw, with 503 when the publisher does not answer
     */
    Uni<PostView> confirm(
            String id,
            String targetId,
            List<String> workspaceIds,
            @Nullable String ifMatch,
            @Nullable String externalPostId) {
        return Panache.withSession(() -> posts.visible(id, workspaceIds).chain(post -> {
                    if (post == null) {
                        throw ApiException.notFound("post");
                    }
                    Revision.check(ifMatch, post.revision);
                    return posts.targets(id).map(targets -> {
                        PostCommands.requireUnknown(targets, targetId);
                        return PostView.of(post, targets);
                    });
                }))
                .call(view -> publisher
                        .confirm(id, targetId, new PlanClient.Word(view.workspaceId(), externalPostId))
                        .onFailure()
                        .transform(UnknownOutcome::refused));
    }

    private static ApiException refused(Throwable failure) {
        if (failure instanceof WebApplicationException answered
                && answered.getResponse().getStatus() == CONFLICT) {
            return PostCommands.outcomeKnown("it has just been found out");
        }
        LOGGER.warnf("publisher-service did not take a confirmation: %s", failure.toString());
        return new ApiException(503, "PUBLISHER_UNAVAILABLE", "The publisher did not answer; confirm it again.");
    }
}
