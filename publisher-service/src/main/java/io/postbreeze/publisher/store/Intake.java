package io.postbreeze.publisher.store;

import io.postbreeze.events.EventEnvelope;
import io.postbreeze.events.PostScheduled;
import io.postbreeze.outbox.Inbox;
import io.postbreeze.outbox.Outbox;
import io.postbreeze.publisher.publication.Content;
import io.postbreeze.publisher.publication.PlanDecision;
import io.postbreeze.publisher.publication.PostPlan;
import io.postbreeze.publisher.publication.Publication;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns plans of posts into publications: events as far as they can be followed, commands wholly or not at all. */
@ApplicationScoped
public class Intake {
    private final Pool pool;
    private final Inbox inbox;
    private final Plans plans;
    private final Outbox outbox;

    Intake(Pool pool, Inbox inbox, Plans plans, Outbox outbox) {
        this.pool = pool;
        this.inbox = inbox;
        this.plans = plans;
        this.outbox = outbox;
    }

    /**
     * Takes an event in; without effect when its id was seen before, or when a later plan of the post is known. What
     * was begun stays as it was begun.
     */
    public Uni<Void> accept(EventEnvelope<?> envelope, PostScheduled post) {
        PostPlan plan = plan(post);
        return pool.withTransaction(connection -> inbox.firstSeen(connection, envelope.id())
                        .chain(first -> first
                                ? plans.remember(connection, plan)
                                : Uni.createFrom().item(false))
                        .chain(isNewest -> isNewest
                                ? plans.decide(connection, plan)
                                        .chain(decision ->
                                                plans.carryOut(connection, plan, decision, envelope.traceparent()))
                                        .replaceWithVoid()
                                : Uni.createFrom().voidItem()))
                .invoke(outbox::wake);
    }

    /**
     * Carries out a command, wholly or not at all.
     *
     * @return the post's publications as they stand then, the same when the command is given again; fails with
     *     {@link PlanRefusedException} when something it would change is under way or a later plan is known
     */
    public Uni<List<Publication>> command(PostPlan plan, @Nullable String traceparent) {
        return pool.withTransaction(connection -> plans.remember(connection, plan)
                        .chain(isNewest ->
                                isNewest ? change(connection, plan, traceparent) : checkKnown(connection, plan))
                        .chain(() -> plans.publications(connection, plan)))
                .invoke(outbox::wake);
    }

    private Uni<Void> change(SqlConnection connection, PostPlan plan, @Nullable String traceparent) {
        return plans.decide(connection, plan)
                .invoke(Intake::refuseWhatIsUnderWay)
                .chain(decision -> plans.carryOut(connection, plan, decision, traceparent));
    }

    /** A command that was refused left no revision behind, so the same revision means the same command, carried out. */
    private Uni<Void> checkKnown(SqlConnection connection, PostPlan plan) {
        return plans.revision(connection, plan)
                .invoke(revision -> {
                    if (revision != plan.revision()) {
                        throw PlanRefusedException.outdated(revision);
                    }
                })
                .replaceWithVoid();
    }

    private static void refuseWhatIsUnderWay(PlanDecision decision) {
        if (!decision.underWay().isEmpty()) {
            throw PlanRefusedException.underWay(decision.underWay());
        }
    }

    private static PostPlan plan(PostScheduled post) {
        List<PostPlan.Target> targets = post.targets().stream()
                .map(target -> new PostPlan.Target(
                        target.targetId(),
                        target.accountId(),
                        target.dueAt(),
                        new Content(target.platform(), target.caption(), target.mediaIds(), target.settings())))
                .toList();
        return new PostPlan(post.workspaceId(), post.postId(), post.revision(), targets, Set.of());
    }
}
