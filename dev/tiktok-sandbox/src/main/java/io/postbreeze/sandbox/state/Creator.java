package io.postbreeze.sandbox.state;

import java.util.List;

/**
 * A TikTok user of the sandbox.
 *
 * @param openId id for this app
 * @param username handle without {@code @}
 * @param displayName name shown
 * @param privateAccount whether only followers may see posts
 * @param commentDisabled account setting
 * @param maxVideoSeconds longest video this creator may post
 * @param followers at the sandbox's beginning
 */
public record Creator(
        String openId,
        String username,
        String displayName,
        boolean privateAccount,
        boolean commentDisabled,
        int maxVideoSeconds,
        long followers) {

    /** Who lives in every new sandbox. */
    static final List<Creator> SEEDS = List.of(
            new Creator("-000sandboxcreator0001", "sandbox_creator", "Sandbox Creator", false, false, 600, 12_400),
            new Creator("-000sandboxprivate0002", "sandbox_private", "Private Person", true, true, 180, 87),
            new Creator("-000sandboxnewcomer003", "sandbox_newcomer", "Newcomer", false, false, 600, 3));

    /** The levels TikTok offers this creator: public and followers-only exclude each other. */
    public List<String> privacyOptions() {
        return privateAccount
                ? List.of("FOLLOWER_OF_CREATOR", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY")
                : List.of("PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY");
    }
}
