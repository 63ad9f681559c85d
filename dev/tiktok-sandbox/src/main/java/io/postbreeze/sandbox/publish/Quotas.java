package io.postbreeze.sandbox.publish;

import io.postbreeze.sandbox.SandboxConfig;
import io.postbreeze.sandbox.http.Refusal;
import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.World;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The caps of 24 hours and of apps that were not audited. */
final class Quotas {
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

    /** Posts count once their bytes are in: an init without bytes posts nothing. */
    static boolean tooManyPosts(World world, SandboxConfig config, Creator creator) {
        Instant from = world.now().minus(DAY);
        return world.posts().stream()
                        .filter(post -> post.openId().equals(creator.openId()))
                        .filter(post ->
                                post.received() != null && post.createdAt().isAfter(from))
                        .count()
                >= config.postsPerDay();
    }

    private static long othersToday(World world, Creator creator) {
        Instant from = world.now().minus(DAY);
        return world.posts().stream()
                .filter(post -> post.createdAt().isAfter(from))
                .map(post -> post.openId())
                .filter(openId -> !openId.equals(creator.openId()))
                .distinct()
                .count();
    }
}
