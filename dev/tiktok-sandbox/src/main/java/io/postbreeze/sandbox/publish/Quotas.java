package io.postbreeze.sandbox.publish;

import io.postbreeze.sandbox.http.Refusal;
import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.Post.Mode;
import io.postbreeze.sandbox.state.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Bans, caps of 24 hours, and what an app may do that was not audited. */
public final class Quotas {
    private static final Duration DAY = Duration.ofHours(24);
    private static final String BANNED = "spam_risk_user_banned_from_posting";
    private static final String TOO_MANY_POSTS = "spam_risk_too_many_posts";
    private static final String TOO_MANY_USERS = "reached_active_user_cap";

    private Quotas() {}

    /** Refuses a direct post that must not be. */
    static void checkPost(World world, Creator creator, String privacy) {
        refusal(world, creator).ifPresent(code -> {
            throw Refusal.forbidden(code);
        });
        if (!audited(world, creator) && (!privacy.equals("SELF_ONLY") || !creator.isPrivate())) {
            throw Refusal.forbidden("unaudited_client_can_only_post_to_private_accounts");
        }
    }

    /** Refuses an inbox item that must not be. */
    static void checkShare(World world, Creator creator) {
        if (creator.banned()) {
            throw Refusal.forbidden(BANNED);
        }
        if (pendingShares(world, creator) >= world.settings().pendingShares()) {
            throw Refusal.forbidden("spam_risk_too_many_pending_share");
        }
    }

    /** Why this creator cannot post anything now, whatever it is; empty when they can. */
    static Optional<String> refusal(World world, Creator creator) {
        if (creator.banned()) {
            return Optional.of(BANNED);
        }
        if (!audited(world, creator)
                && othersToday(world, creator) >= world.settings().activeUsers()) {
            return Optional.of(TOO_MANY_USERS);
        }
        return postsToday(world, creator.openId()).count() >= cap(world, creator)
                ? Optional.of(TOO_MANY_POSTS)
                : Optional.empty();
    }

    /**
     * Whether a direct post whose bytes are in is one too many, because others were quicker than it was. Posts count
     * once their bytes are in: an init without bytes posts nothing, nor does a file that was refused.
     */
    public static boolean oneTooMany(World world, Post post) {
        return post.mode() == Mode.DIRECT_POST
                && postsToday(world, post.openId())
                                .filter(other -> !other.publishId().equals(post.publishId()))
                                .count()
                        >= cap(world, world.creatorOf(post.openId()));
    }

    private static Stream<Post> postsToday(World world, String openId) {
        Instant from = world.now().minus(DAY);
        return world.postsOf(openId).stream()
                .filter(post -> post.createdAt().isAfter(from))
                .filter(post -> post.mode() == Mode.DIRECT_POST
                        && post.isWhole()
                        && post.course().failReason() == null);
    }

    /** Items that are under way or wait in the inbox; one that was posted, or came to nothing, is out of the count. */
    private static long pendingShares(World world, Creator creator) {
        Instant now = world.now();
        return world.postsOf(creator.openId()).stream()
                .filter(post -> post.mode() == Mode.MEDIA_UPLOAD)
                .filter(post -> post.createdAt().isAfter(now.minus(DAY)))
                .filter(post -> post.failReason(now).isEmpty() && post.course().postedAt() == null)
                .count();
    }

    private static long othersToday(World world, Creator creator) {
        Instant from = world.now().minus(DAY);
        return world.posts().stream()
                .filter(post -> post.createdAt().isAfter(from))
                .map(Post::openId)
                .filter(openId -> !openId.equals(creator.openId()))
                .distinct()
                .count();
    }

    private static boolean audited(World world, Creator creator) {
        return Objects.requireNonNullElse(creator.audited(), world.settings().audited());
    }

    private static int cap(World world, Creator creator) {
        return Objects.requireNonNullElse(
                creator.postsPerDay(), world.settings().postsPerDay());
    }
}
