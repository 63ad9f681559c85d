package io.postbreeze.postapi.post;

import io.postbreeze.api.ApiException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Asks the publisher whether a post may still be changed. It alone knows what has begun. */
@ApplicationScoped
class Consent {
    private static final Logger LOGGER = Logger.getLogger(Consent.class);
    private static final int CONFLICT = 409;

    private final PlanClient publisher;

    Consent(@RestClient PlanClient publisher) {
        this.publisher = publisher;
    }

    /**
     * Has the publisher carry out a change, wholly or not at all.
     *
     * @return where it says that the targets stand, by id; fails with 409 when publishing has begun, with 503 when its
     *     answer did not come, and the change may then have been carried out
     */
    Uni<Map<String, PlanClient.Standing>> ask(String postId, String workspaceId, PostChange change) {
        return publisher
                .plan(postId, PostPlans.command(workspaceId, change))
                .map(answer -> answer.targets().stream()
                        .collect(Collectors.toMap(PlanClient.Standing::targetId, Function.identity())))
                .onFailure()
                .transform(Consent::refused);
    }

    private static ApiException refused(Throwable failure) {
        if (failure instanceof WebApplicationException answered
                && answered.getResponse().getStatus() == CONFLICT) {
            return begun("Publishing has begun");
        }
        LOGGER.warnf("publisher-service did not say whether a post may be changed: %s", failure.toString());
        return new ApiException(
                503,
                "PUBLISHER_UNAVAILABLE",
                "The publisher did not answer. The change is kept and will be made as soon as it does, unless"
                        + " publishing has begun by then; look at the post to see.");
    }

    static ApiException begun(String what) {
        return new ApiException(
                CONFLICT, "POST_ALREADY_PUBLISHING", what + " and can no longer be stopped; nothing was changed.");
    }
}
