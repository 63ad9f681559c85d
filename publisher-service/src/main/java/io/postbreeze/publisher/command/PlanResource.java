package io.postbreeze.publisher.command;

import io.postbreeze.api.ApiException;
import io.postbreeze.publisher.dispatch.Dispatcher;
import io.postbreeze.publisher.publication.Publication;
import io.postbreeze.publisher.store.Intake;
import io.postbreeze.publisher.store.PlanRefusedException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Changes to posts, for our own services; the service token guards everything under {@code /internal}. */
@Path("/internal/v1/posts/{postId}/plan")
public class PlanResource {
    private final Intake intake;
    private final Dispatcher dispatcher;

    PlanResource(Intake intake, Dispatcher dispatcher) {
        this.intake = intake;
        this.dispatcher = dispatcher;
    }

    /** Makes a plan the post's newest, wholly or not at all; the same plan again changes nothing. */
    @PUT
    @Operation(summary = "Cancel, move, change or repeat what was not begun")
    public Uni<Answer> plan(
            @PathParam("postId") String postId,
            @HeaderParam("traceparent") @Nullable String traceparent,
            PlanRequest request) {
        return intake.command(request.of(postId), traceparent)
                .invoke(dispatcher::wake)
                .map(publications ->
                        new Answer(publications.stream().map(PlanResource::seen).toList()))
                .onFailure(PlanRefusedException.class)
                .transform(refused -> refused((PlanRefusedException) refused));
    }

    static Standing seen(Publication publication) {
        return new Standing(publication.key().targetId(), publication.state().name(), publication.version());
    }

    private static ApiException refused(PlanRefusedException refused) {
        return refused.underWay().isEmpty()
                ? new ApiException(409, "PLAN_OUTDATED", refused.explanation())
                : new ApiException(409, "PUBLISHING_HAS_BEGUN", refused.explanation());
    }

    /** Every target of the post that has a publication, whether the plan changed it or not. */
    public record Answer(List<Standing> targets) {}

    /** A target, its publication's state and version from now on. */
    public record Standing(String targetId, String state, long version) {}
}
