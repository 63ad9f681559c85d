package io.postbreeze.sandbox.state;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A TikTok user of the sandbox.
 *
 * @param openId id for this app
 * @param handle name in addresses, without {@code @}
 * @param displayName name shown
 * @param isPrivate whether only followers may see posts
 * @param audited whether the app counts as audited for this creator; null for the app's own setting
 * @param maxDurationSeconds longest video this creator may post
 * @param interactionsDisabled what the account forbids: {@code comment}, {@code duet}, {@code stitch}
 * @param postsPerDay cap of 24 hours; null for the app's own setting
 * @param banned whether TikTok lets this creator post at all
 * @param followers at the sandbox's beginning
 * @param business whether it is a registered business account
 */
public record Creator(
        String openId,
        String handle,
        String displayName,
        boolean isPrivate,
        @Nullable Boolean audited,
        int maxDurationSeconds,
        Set<String> interactionsDisabled,
        @Nullable Integer postsPerDay,
        boolean banned,
        long followers,
        boolean business) {

    /** What an account may forbid. */
    public static final Set<String> INTERACTIONS = Set.of("comment", "duet", "stitch");

    /** Who lives in every new sandbox. */
    static final List<Creator> SEEDS = List.of(
            seed("-000sandboxcreator0001", "sandbox_creator", "Sandbox Creator", false, 600, 12_400),
            seed("-000sandboxprivate0002", "sandbox_private", "Private Person", true, 180, 87),
            seed("-000sandboxnewcomer003", "sandbox_newcomer", "Newcomer", false, 600, 3));

    /** Keeps its own copy. */
    public Creator {
        interactionsDisabled = Set.copyOf(interactionsDisabled);
    }

    private static Creator seed(
            String openId, String handle, String name, boolean isPrivate, int seconds, long followers) {
        Set<String> disabled = isPrivate ? Set.of("comment") : Set.of();
        return new Creator(
                openId, handle, name, isPrivate, null, seconds, disabled, null, false, followers, !isPrivate);
    }

    /** The levels TikTok offers this creator: public and followers-only exclude each other. */
    public List<String> privacyOptions() {
        return isPrivate
                ? List.of("FOLLOWER_OF_CREATOR", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY")
                : List.of("PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY");
    }

    /** Whether an interaction is off by the account's own settings; a private account has neither duet nor stitch. */
    public boolean forbids(String interaction) {
        Set<String> forbidden = isPrivate
                ? Stream.concat(interactionsDisabled.stream(), Stream.of("duet", "stitch"))
                        .collect(Collectors.toSet())
                : interactionsDisabled;
        return forbidden.contains(interaction);
    }
}
