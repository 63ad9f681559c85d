package io.postbreeze.sandbox.publish;

import io.postbreeze.sandbox.SandboxConfig;
import io.postbreeze.sandbox.http.Refusal;
import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.World;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The caps of 24 hours and of apps that were not audited. */
public final class Quotas {
    private static final Duration DAY = Duration.ofHours(24);
    private static final int UNAUDITED_USERS = 5;

    private Quotas() {}

    static void check(World world, SandboxConfig config, Creator creator, @Nullable String privacy) {
        if (!config.audited()) {
            if (!"SELF_ONLY".equals(privacy) || !creator.privateAccount()) {
                throw Refusal.forbidden("unaudited_client_can_only_post_to_private_accounts");
            }
            if (othersToday(world, creator) >= UNAUDITED_USERS) {
                throw Refusal.forbidden("reached_active_user_cap");
            }
        }
        if (tooManyPosts(world, config, creator)) {
            throw Refusal.forbidden("spam_risk_too_many_posts");
        }
    }

    /** Posts count once their bytes are in: an init without bytes posts nothing, nor does a file that was refused. */
    static boolean tooManyPosts(World world, SandboxConfig config, Creator creator) {
        return postsToday(world, creator.openId()).count() >= config.postsPerDay();
    }

    /** Whether a post whose bytes are in is one too many, because others were quicker than it was. */
    public static boolean oneTooMany(World world, SandboxConfig config, Post post) {
        return postsToday(world, post.openId())
                        .filter(other -> !other.publishId().equals(post.publishId()))
                        .count()
                >= config.postsPerDay();
    }

    private static Stream<Post> postsToday(World world, String openId) {
        Instant from = world.now().minus(DAY);
        return world.postsOf(openId).stream()
                .filter(post -> post.createdAt().isAfter(from))
                .filter(Quotas::counts);
    }

    private static boolean counts(Post post) {
        return post.isWhole() && (post.received() == null || post.received().failReason() == null);
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
