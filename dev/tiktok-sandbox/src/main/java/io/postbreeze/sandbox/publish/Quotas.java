package io.postbreeze.sandbox.publish;

import io.postbreeze.sandbox.http.Refusal;
import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The caps of 24 hours and of apps that were not audited. */
public final class Quotas {
    private static final Duration DAY = Duration.ofHours(24);

    private Quotas() {}

    static void check(World world, Creator creator, @Nullable String privacy) {
        if (creator.banned()) {
            throw Refusal.forbidden("spam_risk_user_banned_from_posting");
        }
        if (!audited(world, creator)) {
            if (!"SELF_ONLY".equals(privacy) || !creator.isPrivate()) {
                throw Refusal.forbidden("unaudited_client_can_only_post_to_private_accounts");
            }
            if (othersToday(world, creator) >= world.settings().activeUsers()) {
                throw Refusal.forbidden("reached_active_user_cap");
            }
        }
        if (tooManyPosts(world, creator)) {
            throw Refusal.forbidden("spam_risk_too_many_posts");
        }
    }

    /** Posts count once their bytes are in: an init without bytes posts nothing, nor does a file that was refused. */
    static boolean tooManyPosts(World world, Creator creator) {
        return postsToday(world, creator.openId()).count() >= cap(world, creator);
    }

    /** Whether a post whose bytes are in is one too many, because others were quicker than it was. */
    public static boolean oneTooMany(World world, Post post) {
        return postsToday(world, post.openId())
                        .filter(other -> !other.publishId().equals(post.publishId()))
                        .count()
                >= cap(world, world.creatorOf(post.openId()));
    }

    private static Stream<Post> postsToday(World world, String openId) {
        Instant from = world.now().minus(DAY);
        return world.postsOf(openId).stream()
                .filter(post -> post.createdAt().isAfter(from))
                .filter(Quotas::counts);
    }

    private static boolean counts(Post post) {
        return post.mode() == Post.Mode.DIRECT_POST
                && post.isWhole()
                && post.course().failReason() == null;
    }

    private static boolean audited(World world, Creator creator) {
        return Objects.requireNonNullElse(creator.audited(), world.settings().audited());
    }

    private static int cap(World world, Creator creator) {
        return Objects.requireNonNullElse(
                creator.postsPerDay(), world.settings().postsPerDay());
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
}
