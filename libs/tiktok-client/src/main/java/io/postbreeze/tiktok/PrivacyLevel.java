package io.postbreeze.tiktok;

/** Who may see a post, in TikTok's own words. */
public enum PrivacyLevel {
    /** Everyone; offered to public accounts only. */
    PUBLIC_TO_EVERYONE,
    /** Friends, that is, followers whom the creator follows back. */
    MUTUAL_FOLLOW_FRIENDS,
    /** The creator's followers; offered to private accounts only. */
    FOLLOWER_OF_CREATOR,
    /** Only the creator. */
    SELF_ONLY
}
