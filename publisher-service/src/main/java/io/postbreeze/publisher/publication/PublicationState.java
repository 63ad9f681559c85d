package io.postbreeze.publisher.publication;

/** Where a publication stands. {@code docs/state-machine.md} draws the transitions. */
public enum PublicationState {
    /** Waits for its due time; nothing was tried. */
    SCHEDULED,
    /** A replica holds the lease and prepares. */
    CLAIMED,
    /** The init is about to be sent, or was sent without its answer being stored. */
    INITIALISING,
    /** TikTok gave an upload address and has part of the file. */
    UPLOADING,
    /** TikTok has the file and has not decided. */
    PROCESSING,
    /** Failed in a way that may pass; goes on at a stored time. */
    RETRY_AT,
    /** Waits for a rate window or a cap; not an attempt. */
    SNOOZED,
    /** The user must connect the account again. */
    NEEDS_REAUTH,
    /** TikTok confirmed the post. */
    PUBLISHED,
    /** A draft is in the creator's inbox; becomes {@link #PUBLISHED} when its creator posts it. */
    IN_INBOX,
    /** Given up, with a typed reason. */
    FAILED,
    /** Withdrawn before it was begun. */
    CANCELED,
    /** May or may not be on TikTok; never repeated blindly. */
    OUTCOME_UNKNOWN;

    /** Whether nobody works on it until a stored time, and work then begins with a claim. */
    public boolean isWaiting() {
        return this == SCHEDULED || this == RETRY_AT || this == SNOOZED || this == NEEDS_REAUTH;
    }

    /** Whether all that we can do is done. */
    public boolean isFinal() {
        return this == PUBLISHED || this == IN_INBOX || this == FAILED || this == CANCELED;
    }

    /** What is being done, in a word for users. */
    public String stage() {
        return switch (this) {
            case SCHEDULED -> "scheduled";
            case CLAIMED -> "preparing";
            case INITIALISING -> "starting";
            case UPLOADING -> "uploading";
            case PROCESSING -> "processing";
            case RETRY_AT, SNOOZED -> "waiting";
            case NEEDS_REAUTH -> "reconnect";
            case PUBLISHED -> "published";
            case IN_INBOX -> "in_inbox";
            case FAILED -> "failed";
            case CANCELED -> "canceled";
            case OUTCOME_UNKNOWN -> "checking";
        };
    }
}
