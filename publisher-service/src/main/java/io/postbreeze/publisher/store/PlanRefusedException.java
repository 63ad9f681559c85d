package io.postbreeze.publisher.store;

import io.postbreeze.publisher.publication.Publication;
import java.util.List;
import java.util.Objects;

/** A command that cannot be carried out any more; nothing was changed. */
public final class PlanRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Publication> underWay;

    private PlanRefusedException(String message, List<Publication> underWay) {
        super(message);
        this.underWay = underWay;
    }

    static PlanRefusedException underWay(List<Publication> publications) {
        return new PlanRefusedException(
                "Publishing has begun and can no longer be stopped for " + publications.size() + " of the targets",
                publications);
    }

    static PlanRefusedException outdated(long revision) {
        return new PlanRefusedException("The post is at revision " + revision + " already", List.of());
    }

    /** Why, in a sentence. */
    public String explanation() {
        return Objects.requireNonNull(getMessage());
    }

    /** The publications that have begun; empty when the command came too late for another reason. */
    public List<Publication> underWay() {
        return underWay;
    }
}
