package io.postbreeze.publisher.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a plan means for the publications that a post has already.
 *
 * @param added targets that have no publication yet
 * @param replanned publications that begin anew with the plan's content and time
 * @param withdrawn publications that will never begin
 * @param underWay publications that the plan would change and that can no longer be changed
 */
public record PlanDecision(
        List<PostPlan.Target> added,
        List<Replanned> replanned,
        List<Publication> withdrawn,
        List<Publication> underWay) {
    /** Keeps its own copies. */
    public PlanDecision {
        added = List.copyOf(added);
        replanned = List.copyOf(replanned);
        withdrawn = List.copyOf(withdrawn);
        underWay = List.copyOf(underWay);
    }

    /** A publication and what it becomes. */
    public record Replanned(Publication publication, PostPlan.Target target) {}

    /** A publication as its row stands; {@code leased} while a replica works on it. */
    public record Standing(Publication publication, boolean leased) {
        /**
         * Whether nothing can come of it any more unless somebody begins again. A publication whose last chunk may be
         * with TikTok can be published by TikTok alone, and one whose init is under way may be about to be.
         */
        boolean isAtRest() {
            PublicationState state = publication.state();
            if (leased || state == PublicationState.PROCESSING || state == PublicationState.INITIALISING) {
                return false;
            }
            Upload upload = publication.upload();
            return upload == null || !upload.plan().isLastFrom(upload.storedBytes());
        }
    }

    /**
     * Decides.
     *
     * @param plan the newest plan of the post
     * @param standing all publications of the post
     */
    public static PlanDecision of(PostPlan plan, List<Standing> standing) {
        Map<String, PostPlan.Target> wanted =
                plan.scheduled().stream().collect(Collectors.toMap(PostPlan.Target::targetId, Function.identity()));
        List<Replanned> replanned = new ArrayList<>();
        List<Publication> withdrawn = new ArrayList<>();
        List<Publication> underWay = new ArrayList<>();
        for (Standing one : standing) {
            Publication publication = one.publication();
            PostPlan.Target target = wanted.remove(publication.key().targetId());
            if (plan.leftAlone().contains(publication.key().targetId())) {
                continue;
            }
            boolean hasEnded = hasEnded(publication);
            if (target != null) {
                if (isSettled(publication, plan) || (!hasEnded && !one.isAtRest())) {
                    underWay.add(publication);
                } else {
                    replanned.add(new Replanned(publication, target));
                }
            } else if (!hasEnded) {
                (one.isAtRest() ? withdrawn : underWay).add(publication);
            }
        }
        return new PlanDecision(List.copyOf(wanted.values()), replanned, withdrawn, underWay);
    }

    /** Nothing will be sent for it any more. */
    private static boolean hasEnded(Publication publication) {
        return publication.state().isFinal() || publication.state() == PublicationState.OUTCOME_UNKNOWN;
    }

    /**
     * It is on TikTok, or may be: to begin anew would be to post twice, unless the user has looked and wants just that.
     */
    private static boolean isSettled(Publication publication, PostPlan plan) {
        return switch (publication.state()) {
            case PUBLISHED, IN_INBOX -> true;
            case OUTCOME_UNKNOWN -> !plan.again().contains(publication.key().targetId());
            default -> false;
        };
    }
}
