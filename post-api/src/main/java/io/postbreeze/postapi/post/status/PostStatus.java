package io.postbreeze.postapi.post.status;

import java.util.Collection;

/** Where a post stands; it follows from its targets and from nothing else. */
public enum PostStatus {
    /** Kept, not to be published yet. */
    DRAFT,
    /** Every target waits for its time. */
    SCHEDULED,
    /** At least one target is under way, or some have ended and others not. */
    PUBLISHING,
    /** Some targets are on TikTok, the others ended otherwise. */
    PARTIALLY_PUBLISHED,
    /** Every target is on TikTok. */
    PUBLISHED,
    /** No target is on TikTok, and at least one failed. */
    FAILED,
    /** Every target was taken back. */
    CANCELED;

    /**
     * The status of a post.
     *
     * @param targets statuses of its targets, at least one
     */
    public static PostStatus of(Collection<TargetStatus> targets) {
        if (targets.stream().allMatch(status -> status == TargetStatus.DRAFT)) {
            return DRAFT;
        }
        if (targets.stream().allMatch(status -> status == TargetStatus.SCHEDULED)) {
            return SCHEDULED;
        }
        if (targets.stream().anyMatch(TargetStatus::isPending)) {
            return PUBLISHING;
        }
        return ended(targets);
    }

    private static PostStatus ended(Collection<TargetStatus> targets) {
        if (targets.stream().allMatch(TargetStatus::isOnTikTok)) {
            return PUBLISHED;
        }
        if (targets.stream().anyMatch(TargetStatus::isOnTikTok)) {
            return PARTIALLY_PUBLISHED;
        }
        return targets.contains(TargetStatus.FAILED) ? FAILED : CANCELED;
    }
}
