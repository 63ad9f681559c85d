package io.postbreeze.postapi.post.status;

/** Where one target stands. */
public enum TargetStatus {
    /** Kept, not to be published yet. */
    DRAFT,
    /** Waits for its time. */
    SCHEDULED,
    /** Being published, or waiting to go on. */
    PUBLISHING,
    /** On TikTok, by TikTok's word. */
    PUBLISHED,
    /** In the creator's inbox, to be finished there. */
    IN_INBOX,
    /** Ended without a post, with a reason. */
    FAILED,
    /** Taken back before it began. */
    CANCELED,
    /** May be on TikTok; being found out. */
    OUTCOME_UNKNOWN;

    /** The status that a publication's state means. */
    public static TargetStatus ofPublication(String state) {
        return switch (state) {
            case "SCHEDULED" -> SCHEDULED;
            case "PUBLISHED" -> PUBLISHED;
            case "IN_INBOX" -> IN_INBOX;
            case "FAILED" -> FAILED;
            case "CANCELED" -> CANCELED;
            case "OUTCOME_UNKNOWN" -> OUTCOME_UNKNOWN;
            default -> PUBLISHING;
        };
    }

    boolean isOnTikTok() {
        return this == PUBLISHED || this == IN_INBOX;
    }

    boolean isPending() {
        return this == SCHEDULED || this == PUBLISHING || this == OUTCOME_UNKNOWN;
    }
}
