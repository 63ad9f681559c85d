package io.postbreeze.publisher.store;

/** The two kinds of work. Questions are quick and must not queue behind uploads that take minutes. */
public enum Lane {
    /** Prepares and uploads. */
    UPLOADS("state not in ('PROCESSING', 'PUBLISHED', 'IN_INBOX', 'OUTCOME_UNKNOWN')"),
    /** Asks TikTok about what it has. */
    QUESTIONS("state in ('PROCESSING', 'PUBLISHED', 'IN_INBOX', 'OUTCOME_UNKNOWN')");

    private final String predicate;

    Lane(String predicate) {
        this.predicate = predicate;
    }

    /** The predicate of the lane's index, word for word, so that the planner can use it. */
    String predicate() {
        return predicate;
    }
}
